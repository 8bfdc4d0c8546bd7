using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What only all clusters together show: names that would not tell them apart, and a trust that they would need.</summary>
internal static class ClusterChecks
{
    /// <summary>Domains of which no host and no identity is made.</summary>
    private static void Domains(
        IReadOnlyList<ClusterDefinition> clusters,
        IReadOnlyList<IntentDocument> documents,
        LineIndex lines,
        ProblemList problems
    )
    {
        var terminated = documents
            .OfType<InboundServiceDocument>()
            .Where(s => !s.Intent.Sidecar)
            .SelectMany(s => s.Clusters)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var cluster in clusters.Where(c =>
                c.Cluster.Domain is { } domain
                && clusters.Count > 1
                && !c.ControlPlane.IsImported
                && c.ControlPlane.Cluster.TrustDomain != domain
                && !terminated.Contains(c.Name)
            )
        )
        {
            var path = $"meshstack:clusters.{cluster.Name}.domain";
            problems.Warning(
                lines.Find(path),
                path,
                $"'{cluster.Cluster.Domain}' has no effect: the other clusters find the services of {cluster.Name} by their own names, and "
                    + $"its trust domain is {cluster.ControlPlane.Cluster.TrustDomain}; remove it"
            );
        }
    }

    public static void Check(
        MeshSettings mesh,
        IReadOnlyList<ClusterDefinition> clusters,
        IReadOnlyList<IntentDocument> documents,
        SourceLocation configuration,
        LineIndex lines,
        ProblemList problems
    )
    {
        Domains(clusters, documents, lines, problems);
        if (clusters.Count > 1 && mesh.Trust is null)
        {
            problems.Error(
                configuration,
                "meshstack:trust",
                "required with more than one cluster: {generated: {}}, or {rootCertificate: {config: KEY}} with the root "
                    + "that all clusters' CAs chain to; without a shared root no cluster trusts another's workloads"
            );
        }

        foreach (
            var (cluster, other) in from one in clusters
            from other in clusters.TakeWhile(o => o.Name != one.Name)
            where one.Region is { } region && other.Region is { } known && NearMiss.Of(region, known)
            select (one, other)
        )
        {
            var path = $"meshstack:clusters.{cluster.Name}.region";
            problems.Warning(
                lines.Find(path),
                path,
                $"'{cluster.Region}' is nearly the region of {other.Name}, and another one; did you mean {other.Region}?"
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
