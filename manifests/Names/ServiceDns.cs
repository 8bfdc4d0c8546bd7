namespace MeshStack.Manifests;

/// <summary>The names that Kubernetes' DNS gives to Services.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/.</remarks>
internal static class ServiceDns
{
    /// <summary>The domain of a cluster.</summary>
    public const string ClusterDomain = "cluster.local";

    /// <summary>The domain of its Services.</summary>
    public const string Domain = $"svc.{ClusterDomain}";

    /// <summary>The domain of services that are in several clusters; what is below <c>internal</c> is nobody's in the DNS.</summary>
    public const string MeshDomain = "mesh.internal";

    /// <summary>The full name of a Service.</summary>
    public static string HostOf(string name, string ns) => $"{name}.{ns}.{Domain}";
}
