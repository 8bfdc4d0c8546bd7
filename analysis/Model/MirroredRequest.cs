namespace MeshStack.Analysis.Model;

/// <summary>A copy of a request that a proxy on its way sends elsewhere, under its own identity.</summary>
/// <param name="Cluster">The cluster of the service that it is sent to.</param>
/// <param name="Namespace">The service's namespace.</param>
/// <param name="Service">The service.</param>
/// <param name="Port">The service's port.</param>
/// <param name="Verdict">What becomes of the copy, whatever becomes of the request.</param>
public sealed record MirroredRequest(string Cluster, string Namespace, string Service, int Port, Verdict Verdict)
{
    /// <summary>How much of the requests the proxy copies; null where the manifests do not say.</summary>
    public Share? Share { get; init; } = Share.All;
}
