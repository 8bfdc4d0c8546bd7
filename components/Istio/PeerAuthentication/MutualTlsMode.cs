using Pulumi;

namespace MeshStack.Istio;

/// <summary>What a workload expects from its callers.</summary>
[EnumType]
public readonly record struct MutualTlsMode
{
    private readonly string _name;

    private MutualTlsMode(string name) => _name = name;

    /// <summary>Inherited from namespace or mesh; PERMISSIVE where nothing is set.</summary>
    public static MutualTlsMode Unset { get; } = new("UNSET");

    /// <summary>Plain text only.</summary>
    public static MutualTlsMode Disable { get; } = new("DISABLE");

    /// <summary>Mutual TLS or plain text.</summary>
    public static MutualTlsMode Permissive { get; } = new("PERMISSIVE");

    /// <summary>Mutual TLS only.</summary>
    public static MutualTlsMode Strict { get; } = new("STRICT");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Unset._name, Disable._name, Permissive._name, Strict._name];

    /// <summary>Value of a name on the wire.</summary>
    public static MutualTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(MutualTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
