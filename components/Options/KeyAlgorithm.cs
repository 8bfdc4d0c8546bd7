// Made from build/Generate/Sentences/Options.txt by build/Generate; to make it anew: tests/accept.
using Pulumi;

namespace MeshStack;

/// <summary>Algorithm of generated keys.</summary>
[EnumType]
public readonly record struct KeyAlgorithm
{
    private readonly string _name;

    private KeyAlgorithm(string name) => _name = name;

    /// <summary>ECDSA on the curve P-256.</summary>
    public static KeyAlgorithm EcdsaP256 { get; } = new("ECDSA-P256");

    /// <summary>RSA of 4096 bits.</summary>
    public static KeyAlgorithm Rsa4096 { get; } = new("RSA-4096");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [EcdsaP256._name, Rsa4096._name];

    /// <summary>Value of a name on the wire.</summary>
    public static KeyAlgorithm Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(KeyAlgorithm value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
