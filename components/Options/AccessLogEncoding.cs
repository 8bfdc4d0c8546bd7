// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Encoding of an access log.</summary>
[EnumType]
public readonly record struct AccessLogEncoding
{
    private readonly string _name;

    private AccessLogEncoding(string name) => _name = name;

    /// <summary>Lines of text.</summary>
    public static AccessLogEncoding Text { get; } = new("TEXT");

    /// <summary>An object of JSON per line.</summary>
    public static AccessLogEncoding Json { get; } = new("JSON");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Text._name, Json._name];

    /// <summary>Value of a name on the wire.</summary>
    public static AccessLogEncoding Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(AccessLogEncoding value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
