using System.Reflection;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

/// <summary>Differences, in both directions, between a typed message and its schema.</summary>
internal sealed class SchemaComparison
{
    // istiod refuses the object without them, although the schema leaves them open.
    private static HashSet<string> RequiredByIstiod { get; } =
        new(StringComparer.Ordinal)
        {
            "AuthorizationFromArgs.source",
            "AuthorizationProviderArgs.name",
            "AuthorizationToArgs.operation",
            "GatewaySpecArgs.servers",
            "PortSelectorArgs.number",
            "RegexRewriteArgs.match",
            "RegexRewriteArgs.rewrite",
        };

    private readonly List<string> _differences = [];
    private readonly HashSet<Type> _seen = [];

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Messages and enums that the comparison came by.</summary>
    public IReadOnlySet<Type> Seen => _seen;

    public SchemaComparison Compare(Type type, StructuralSchema schema, string path)
    {
        _ = _seen.Add(type);
        if (type.IsSubclassOf(typeof(ResourceArgs)))
        {
            Expect(schema.TypeName() == "object" && schema.AdditionalProperties is null, type, schema, path);
            CompareFields(type, schema, path);
        }
        else if (IsGeneric(type, typeof(Input<>)))
        {
            _ = Compare(type.GenericTypeArguments[0], schema, path);
        }
        else if (IsGeneric(type, typeof(InputList<>)) && Expect(schema is { Type: "array", Items: not null }, type, schema, path))
        {
            _ = Compare(type.GenericTypeArguments[0], schema.Items!, path + "[]");
        }
        else if (type == typeof(InputMap<object>))
        {
            Expect(schema.PreserveUnknownFields, type, schema, path);
        }
        else if (
            IsGeneric(type, typeof(InputMap<>)) && Expect(schema is { Type: "object", AdditionalProperties: not null }, type, schema, path)
        )
        {
            _ = Compare(type.GenericTypeArguments[0], schema.AdditionalProperties!, path + ".*");
        }
        else if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            var values = (IReadOnlyList<string>)type.GetProperty("Values")!.GetValue(null)!;
            Expect(schema.TypeName() == "string" && schema.Enum.SequenceEqual(values), type, schema, path);
        }
        else if (!type.IsGenericType)
        {
            Expect(schema.Enum.Count == 0 && schema.TypeName() == Scalar(type), type, schema, path);
        }

        return this;
    }

    private void CompareFields(Type type, StructuralSchema schema, string path)
    {
        var typed = TypedField.Of(type).ToDictionary(f => f.Name, StringComparer.Ordinal);
        _differences.AddRange(
            typed.Keys.Except(schema.Properties.Keys).Select(name => $"{path}.{name}: {type.Name} has it, the CRD does not")
        );
        foreach (var (name, inner) in schema.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (!typed.TryGetValue(name, out var field))
            {
                _differences.Add($"{path}.{name}: the CRD has it, {type.Name} does not");
                continue;
            }

            if (field.Required != (schema.Required.Contains(name) || RequiredByIstiod.Contains($"{type.Name}.{name}")))
            {
                _differences.Add($"{path}.{name}: {(field.Required ? "required in" : "optional in")} {type.Name} only");
            }

            _ = Compare(field.Type, inner, $"{path}.{name}");
        }
    }

    private bool Expect(bool same, Type type, StructuralSchema schema, string path)
    {
        if (!same)
        {
            var names = schema.Enum.Count == 0 ? "" : $" of {string.Join('|', schema.Enum)}";
            _differences.Add($"{path}: {schema.TypeName()}{names} in the CRD, {type.Name} here");
        }

        return same;
    }

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static string Scalar(Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Int32 => "integer",
            TypeCode.Double => "number",
            TypeCode.Boolean => "boolean",
            _ => type.Name,
        };
}
