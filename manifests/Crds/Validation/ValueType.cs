using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>type and x-kubernetes-int-or-string.</summary>
internal sealed class ValueType
{
    private static readonly ValueType Any = new("a value", isScalar: true, _ => true);

    private static readonly ValueType IntOrString = new("a whole number or a string", isScalar: true, value => value is long or string);

    private static readonly Dictionary<string, ValueType> Types = new(StringComparer.Ordinal)
    {
        ["array"] = new("a list", isScalar: false, value => value is IReadOnlyList<object?>),
        ["boolean"] = new("true or false", isScalar: true, value => value is bool),
        ["integer"] = new("a whole number", isScalar: true, value => value is long),
        ["number"] = new("a number", isScalar: true, value => value is long or double),
        ["object"] = new("an object", isScalar: false, value => value is IReadOnlyDictionary<string, object?>),
        ["string"] = new("a string", isScalar: true, value => value is string),
    };

    private readonly Func<object, bool> _holds;

    private ValueType(string name, bool isScalar, Func<object, bool> holds) => (Name, IsScalar, _holds) = (name, isScalar, holds);

    public static ValueType Text => Types["string"];

    /// <summary>The type in words, such as <c>a text</c>.</summary>
    public string Name { get; }

    /// <summary>True for what is neither a list nor an object.</summary>
    public bool IsScalar { get; }

    public static ValueType From(StructuralSchema schema, string name) =>
        schema switch
        {
            { IntOrString: true } => IntOrString,
            { Type: null } => Any,
            _ when Types.TryGetValue(schema.Type, out var type) => type,
            _ => throw new UnsupportedSchemaException($"{name}: the type {schema.Type} is not implemented."),
        };

    public bool Holds(object value) => _holds(value);

    /// <summary>What makes the value one of this type, where quotes decide it.</summary>
    public string Hint(object? value)
    {
        if (this == Text)
        {
            return value is long or double or bool ? "; in quotes it would be one" : "";
        }

        return value is not string text || !_holds(Unquoted(text)) ? ""
            : this == Types["boolean"] ? "; without quotes it would be"
            : "; without quotes it would be one";
    }

    private static object Unquoted(string text)
    {
        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        return long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole
            : double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
            : text;
    }
}
