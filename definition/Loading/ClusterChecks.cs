using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What only all clusters together show: names that would not tell them apart, and a trust that they would need.</summary>
internal static class ClusterChecks
{
    public static void Check(
        MeshSettings mesh,
        IReadOnlyList<ClusterDefinition> clusters,
        SourceLocation configuration,
        ProblemList problems
    )
    {
        if (clusters.Count > 1 && mesh.Trust is null)
        {
            problems.Error(
                configuration,
                "meshstack:trust",
                "required with more than one cluster: {generated: {}}, or {rootCertificate: {config: KEY}} with the root "
                    + "that all clusters' CAs chain to; without a shared root no cluster trusts another's workloads"
            );
        }

        foreach (var same in clusters.GroupBy(c => c.ControlPlane.Cluster.Domain, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error(
                same.Last().Location,
                $"meshstack:clusters.{same.Last().Name}.domain",
                $"'{same.Key}' is the domain of {same.First().Name} too: imported hosts would not say which cluster serves them"
            );
        }

        // Clusters that find each other share identities by design.
        var sharing = clusters.GroupBy(c => c.ControlPlane.Cluster.TrustDomain, StringComparer.Ordinal).Where(g => g.Count() > 1);
        foreach (var same in sharing.Where(g => !g.All(c => g.All(o => c.Plan.DiscoversServicesOf.Contains(o.Name)))))
        {
            var others = string.Join(" and ", same.Select(c => c.Name).Where(n => n != same.Last().Name));
            problems.Warning(
                same.Last().Location,
                $"meshstack:clusters.{same.Last().Name}.trustDomain",
                $"'{same.Key}' is the trust domain of {others} too: service accounts of the same namespace and name become one identity "
                    + "in these clusters"
            );
        }
    }
}
