using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>The formats that the API server checks.</summary>
/// <remarks>
/// Texts: pkg/apiserver/validation/formats.go of kubernetes/apiextensions-apiserver and pkg/validation/strfmt of kubernetes/kube-openapi.
/// Numbers are held to int32 by Kubernetes 1.36 and newer (kubernetes/kubernetes#136582); before that it is istiod that refuses them.
/// </remarks>
internal sealed partial class FormatCheck(string expected, Func<object, bool> holds) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name) =>
        (schema.Type, schema.Format) switch
        {
            (_, null) => [],
            ("integer", "int32") => [new FormatCheck($"a number of 32 bits, from {int.MinValue} to {int.MaxValue}", IsInt32)],
            ("number", "double") => [],
            ("string", "byte") => [new FormatCheck("base64", value => value is string text && Base64().IsMatch(text))],
            ("string", "date-time") =>
            [
                new FormatCheck("a time such as 2026-01-31T12:00:00Z", value => value is string text && DateTime().IsMatch(text)),
            ],
            _ => throw new UnsupportedSchemaException($"{name}: the format {schema.Format} of {schema.Type} is not implemented."),
        };

    public void Validate(object value, SchemaErrors errors)
    {
        if (!holds(value))
        {
            errors.Add(SchemaRules.Value, $"{Described.Value(value)} is not {expected}");
        }
    }

    private static bool IsInt32(object value) => value is long and >= int.MinValue and <= int.MaxValue;

    // Padded, without line breaks, and never empty.
    [GeneratedRegex(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DateTime();
}
