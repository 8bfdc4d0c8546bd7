namespace MeshStack.Analysis.Topology;

/// <summary>A workload that no manifest describes, as the caller of the analysis knows it.</summary>
/// <param name="Cluster">The cluster it runs in.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name in reports.</param>
/// <param name="Labels">The labels of its pods.</param>
/// <param name="ServiceAccount">The service account of its pods.</param>
/// <param name="HasSidecar">True where its pods have a sidecar.</param>
/// <param name="Ports">The container ports by name; unnamed ports have their number as the name.</param>
public sealed record DeclaredWorkload(
    string Cluster,
    string Namespace,
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    string ServiceAccount = "default",
    bool HasSidecar = true,
    IReadOnlyDictionary<string, int>? Ports = null
)
{
    /// <summary>True where it is a gateway, whose proxy serves what Gateways say of it.</summary>
    public bool IsGateway { get; init; }
}
