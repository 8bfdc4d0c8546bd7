namespace MeshStack.Analysis.Topology;

/// <summary>A Service that no manifest describes, as the caller of the analysis knows it.</summary>
/// <param name="Cluster">The cluster it is in.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Selector">The labels of the pods behind it.</param>
/// <param name="Ports">Its ports.</param>
public sealed record DeclaredService(
    string Cluster,
    string Namespace,
    string Name,
    IReadOnlyDictionary<string, string> Selector,
    IReadOnlyList<DeclaredPort> Ports
)
{
    /// <summary>The network that other networks enter through it; null where it is no gateway between networks.</summary>
    public string? Network { get; init; }
}
