namespace MeshStack.Analysis.Matching;

/// <summary>How a pod looks for a Service by a part of its name.</summary>
internal static class ServiceNames
{
    /// <summary>The full names that a pod tries for a name, in their order.</summary>
    public static IReadOnlyList<string> Searched(string asked, string ns)
    {
        var host = asked.ToLowerInvariant();
        return host.EndsWith('.')
            ? [host[..^1]]
            : [ServiceDns.HostOf(host, ns), $"{host}.{ServiceDns.Domain}", $"{host}.{ServiceDns.ClusterDomain}", host];
    }
}
