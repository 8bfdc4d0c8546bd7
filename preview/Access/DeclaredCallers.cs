using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>The callers that are let in, where they are not servers themselves.</summary>
public static class DeclaredCallers
{
    /// <summary>The service account that stands for any other one of its namespace; no real one has this name.</summary>
    public const string AnyAccount = "*";

    /// <summary>The service account of callers without a sidecar, who show none; no real one has this name.</summary>
    public const string NoIdentity = Caller.WithoutSidecar;

    internal static IEnumerable<DeclaredWorkload> Of(MeshFacts facts, IReadOnlyList<DeclaredWorkload> servers)
    {
        var known = servers.Select(s => (s.Cluster, s.Namespace, s.ServiceAccount)).ToHashSet();
        return facts
            .Callers.Select(c => (c.Cluster, c.Namespace, ServiceAccount: c.HasSidecar ? c.ServiceAccount ?? AnyAccount : NoIdentity))
            .Distinct()
            .Where(c => !known.Contains(c))
            .OrderBy(c => c.Cluster, StringComparer.Ordinal)
            .ThenBy(c => c.Namespace, StringComparer.Ordinal)
            .ThenBy(c => c.ServiceAccount, StringComparer.Ordinal)
            // No labels: what a caller is labelled with is nobody's promise, and must not make it a server.
            .Select(c => new DeclaredWorkload(
                c.Cluster,
                c.Namespace,
                c.ServiceAccount,
                new Dictionary<string, string>(),
                c.ServiceAccount,
                c.ServiceAccount != NoIdentity
            ));
    }
}
