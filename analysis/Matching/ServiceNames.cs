namespace MeshStack.Analysis.Matching;

/// <summary>The names that Kubernetes' DNS gives to Services.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/.</remarks>
internal static class ServiceNames
{
    private const string ClusterDomain = "cluster.local";

    /// <summary>The full name of a Service.</summary>
    public static string HostOf(string name, string ns) => $"{name}.{ns}.svc.{ClusterDomain}";

    /// <summary>The full names that a pod tries for a name, in their order.</summary>
    public static IReadOnlyList<string> Searched(string asked, string ns)
    {
        var host = asked.ToLowerInvariant();
        return host.EndsWith('.')
            ? [host[..^1]]
            : [$"{host}.{ns}.svc.{ClusterDomain}", $"{host}.svc.{ClusterDomain}", $"{host}.{ClusterDomain}", host];
    }
}
