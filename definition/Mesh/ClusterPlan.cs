namespace MeshStack.Definition;

/// <summary>What the topology makes of one cluster.</summary>
/// <param name="Identity">Who the cluster is.</param>
/// <param name="Role">What it is to the control planes, see <see cref="MeshRoles"/>.</param>
public sealed record ClusterPlan(ClusterIdentity Identity, string Role)
{
    /// <summary>The cluster whose istiod serves this one's proxies; its own name where it runs one.</summary>
    public required string ServedBy { get; init; }

    /// <summary>The cluster whose API server holds this one's Istio configuration.</summary>
    public required string ConfiguredIn { get; init; }

    /// <summary>Namespace of the istiod that serves it, and of its own gateways for other clusters; mesh-wide configuration stands
    /// there.</summary>
    public required string SystemNamespace { get; init; }

    /// <summary>The clusters whose services its proxies find without an import, itself among them, by name.</summary>
    public required IReadOnlyList<string> DiscoversServicesOf { get; init; }

    /// <summary>Whether those clusters are in more than one network.</summary>
    public required bool SpansNetworks { get; init; }

    /// <summary>Whether an istiod runs in it for its own proxies.</summary>
    public bool RunsIstiod => ServedBy == Identity.Name;
}
