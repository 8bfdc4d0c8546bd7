using System.Globalization;
using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>type, format, enum and x-kubernetes-int-or-string.</summary>
internal sealed class TypeCheck(string expected, Func<object, bool> accepts) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(Field schema, HashSet<string> handled)
    {
        handled.UnionWith(["type", "format", "enum", "x-kubernetes-int-or-string"]);
        if (schema["type"].Text is { } type)
        {
            yield return type switch
            {
                "object" => new TypeCheck("an object", value => value is IReadOnlyDictionary<string, object?>),
                "array" => new TypeCheck("a list", value => value is IReadOnlyList<object?>),
                "string" => new TypeCheck("a text", value => value is string),
                "boolean" => new TypeCheck("true or false", value => value is bool),
                "integer" => new TypeCheck("a whole number", value => value is long),
                "number" => new TypeCheck("a number", value => value is long or double),
                _ => throw new UnsupportedSchemaException($"The type {type} at {schema.Path} is not implemented."),
            };
        }

        if (schema["x-kubernetes-int-or-string"].IsTrue)
        {
            yield return new TypeCheck("a whole number or a text", value => value is long or string);
        }

        if (schema["format"].Text is { } format)
        {
            yield return format switch
            {
                "int32" => new TypeCheck("a 32-bit number", value => value is not long number || number is >= int.MinValue and <= int.MaxValue),
                "int64" => new TypeCheck("a 64-bit number", _ => true),
                "double" => new TypeCheck("a double", _ => true),
                "byte" => new TypeCheck("base64", value => value is not string text || Convert.TryFromBase64String(text, new byte[text.Length], out _)),
                "date-time" => new TypeCheck("a time of RFC 3339", value => value is not string text || (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))),
                _ => throw new UnsupportedSchemaException($"The format {format} at {schema.Path} is not implemented."),
            };
        }

        if (schema["enum"].Exists)
        {
            var allowed = schema["enum"].Items.Select(item => item.Value).ToArray();
            yield return new TypeCheck($"one of {string.Join(", ", allowed)}", value => allowed.Any(item => ManifestValue.AreEqual(item, value)));
        }
    }

    public void Validate(object value, string path, List<SchemaError> errors)
    {
        if (!accepts(value))
        {
            errors.Add(new(path, $"is not {expected}: {(value is string or bool or long or double ? value : value is IReadOnlyList<object?> ? "a list" : "an object")}"));
        }
    }
}
