namespace MeshStack.Definition;

/// <summary>What an Istio that is there already can and cannot be to a mesh.</summary>
internal static class ExistingMeshRules
{
    public static IEnumerable<ArgsProblem> Check(MeshSettings settings, MeshPlan plan)
    {
        var existing = plan.Clusters.Where(c => settings.Clusters[c.Key].Install.Existing is not null).ToList();
        return
        [
            .. existing.SelectMany(c => OfCluster(settings, plan, c.Value)),
            .. existing.Count > 0 && plan.Clusters.Count > 1 && settings.Trust is { Generated: not null }
                ?
                [
                    new ArgsProblem(
                        "trust.generated",
                        $"the Istio of {string.Join(" and ", existing.Select(c => c.Key))} is there already, with a CA of its own that "
                            + "no root made here has signed: give the root that it chains to as trust.rootCertificate, and the other "
                            + "clusters a ca below it"
                    ),
                ]
                : Array.Empty<ArgsProblem>(),
            .. ExistingRequirements.Problems(settings, plan),
        ];
    }

    private static IEnumerable<ArgsProblem> OfCluster(MeshSettings settings, MeshPlan plan, ClusterPlan cluster)
    {
        var (name, member) = (cluster.Identity.Name, settings.Clusters[cluster.Identity.Name]);
        var existing = member.Install.Existing!;
        if (cluster.Role != MeshRoles.Primary)
        {
            yield return new(
                $"clusters.{name}.existing",
                $"an Istio that is there already can only be primary, and {name} is {cluster.Role} in this {settings.Topology} mesh"
            );
        }
        else if (existing.Namespace != IstioNamespaces.System && plan.ServedFrom(name).Any())
        {
            yield return new(
                $"clusters.{name}.existing.namespace",
                $"'{existing.Namespace}' cannot serve {string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}: a remote "
                    + $"looks for its control plane in the namespace {IstioNamespaces.System}"
            );
        }

        if (member.Cluster.TrustDomain is null && cluster.DiscoversServicesOf.Count == 1)
        {
            yield return new(
                $"clusters.{name}.trustDomain",
                "required with an Istio that is there already: the trustDomain of its mesh configuration, cluster.local where that says "
                    + "nothing"
            );
        }

        if (member.Ca is not null)
        {
            yield return new($"clusters.{name}.ca", "not with an Istio that is there already, whose CA nothing here makes: remove it");
        }
    }
}
