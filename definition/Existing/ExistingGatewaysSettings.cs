namespace MeshStack.Definition;

/// <summary>The gateways that run in a cluster already.</summary>
public sealed record ExistingGatewaysSettings
{
    /// <summary>Gateway for the mesh's other clusters.</summary>
    /// <value>Defaults to none.</value>
    [Key("calls from other clusters", Default = "none")]
    public ExistingGatewaySettings? EastWest { get; init; }

    /// <summary>Gateway for clients outside the mesh.</summary>
    /// <value>Defaults to none.</value>
    [Key("calls from outside the mesh", Default = "none")]
    public ExistingGatewaySettings? Ingress { get; init; }

    /// <summary>Every gateway, with where it stands among these.</summary>
    internal IEnumerable<(string Path, ExistingGatewaySettings Gateway)> All =>
        new[] { ("eastWest", EastWest), ("ingress", Ingress) }.Where(g => g.Item2 is not null).Select(g => (g.Item1, g.Item2!));
}
