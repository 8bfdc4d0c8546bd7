namespace MeshStack.Analysis.Config.Mesh;

/// <summary>A Helm release of one of Istio's charts; istiod's say what the mesh is, gateways' say which gateways there are.</summary>
/// <param name="Cluster">The cluster that it is installed in.</param>
/// <param name="Namespace">The release's namespace.</param>
/// <param name="Name">The release's name.</param>
/// <param name="Chart">The chart, with or without its repository.</param>
/// <param name="Values">The values that it is installed with.</param>
public sealed record ChartRelease(string Cluster, string Namespace, string Name, string Chart, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The chart's version; null where it is not known.</summary>
    public string? Version { get; init; }

    internal string ChartName => Chart[(Chart.LastIndexOf('/') + 1)..];

    internal bool IsControlPlane => ChartName is "istiod" or "istio-discovery";

    internal bool IsGateway => ChartName == "gateway";

    internal bool IsNodeAgent => ChartName is "cni" or "istio-cni";

    internal bool IsZtunnel => ChartName == "ztunnel";
}
