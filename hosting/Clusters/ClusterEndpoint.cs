namespace MeshStack.Hosting.Clusters;

/// <summary>Where a context leads to.</summary>
/// <param name="Server">Address of the API server.</param>
/// <param name="Authority">SHA-256 of the certificates that vouch for it; null where those of the operating system do.</param>
internal sealed record ClusterEndpoint(Uri Server, string? Authority)
{
    /// <summary>The proxy on the way there; null for none.</summary>
    public Uri? Proxy { get; init; }
}
