namespace MeshStack.Definition;

/// <summary>Services by cluster, namespace and names; null for any.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Services">The Kubernetes Services.</param>
public sealed record TargetPattern(string? Cluster, string? Namespace, IReadOnlyList<string>? Services)
{
    /// <summary>Whether a service is one of them.</summary>
    public bool Matches(string cluster, string ns, string service) =>
        (Cluster ?? cluster) == cluster && (Namespace ?? ns) == ns && (Services is null || Services.Contains(service));
}
