using Pulumi;

namespace MeshStack.Istio;

/// <summary>Upgrade of HTTP/1.1 connections to HTTP/2.</summary>
[EnumType]
public readonly record struct H2UpgradePolicy
{
    private readonly string _name;

    private H2UpgradePolicy(string name) => _name = name;

    /// <summary>As the mesh says.</summary>
    public static H2UpgradePolicy Default { get; } = new("DEFAULT");

    /// <summary>Never.</summary>
    public static H2UpgradePolicy DoNotUpgrade { get; } = new("DO_NOT_UPGRADE");

    /// <summary>Always.</summary>
    public static H2UpgradePolicy Upgrade { get; } = new("UPGRADE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Default._name, DoNotUpgrade._name, Upgrade._name];

    /// <summary>Value of a name on the wire.</summary>
    public static H2UpgradePolicy Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(H2UpgradePolicy value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
