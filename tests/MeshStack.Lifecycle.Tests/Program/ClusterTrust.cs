namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>What the Secret <c>cacerts</c> of a cluster comes to: which root its workloads' certificates lead to, and which it
/// accepts.</summary>
/// <remarks>Source: https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/.</remarks>
internal static class ClusterTrust
{
    /// <summary>The root that signs in a cluster; null while it has no CA of its own.</summary>
    public static string? SigningRoot(World world, string cluster) =>
        Read(world, cluster, "ca-cert.pem") is { } ca ? world.Issuers.GetValueOrDefault(ca) : null;

    /// <summary>Whether the workloads of a cluster accept those of another one.</summary>
    public static bool Accepts(World world, string cluster, string other) =>
        SigningRoot(world, other) is { } root && (Read(world, cluster, "root-cert.pem")?.Contains(root, StringComparison.Ordinal) ?? false);

    private static string? Read(World world, string cluster, string key) =>
        world[cluster].Get(new("Secret", "istio-system", "cacerts"))?.TextAt("stringData", key);
}
