using System.Collections;
using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>The state that a program of components leads to: what its plans register, read as the state of a stack is read.</summary>
internal static class ProgramState
{
    /// <param name="plans">The plans that its components register.</param>
    /// <param name="mesh">Everything that it registers.</param>
    /// <param name="removed">What may leave.</param>
    /// <param name="stack">Name of the stack.</param>
    public static MeshState Of(IReadOnlyList<Plan> plans, ComposedMesh mesh, RemovalSettings removed, string stack)
    {
        var planned = plans.SelectMany(p => p.Resources).ToList();
        var clusters = mesh
            .Facts.Clusters.Where(c => c.Value.Given is null || ProviderOf(c.Key, planned) is not null)
            .ToDictionary(c => c.Key, c => Of(c.Value, planned, mesh.Facts));
        var asked = new MeshState(
            planned.Select(r => r.Outputs.GetValueOrDefault("topology")).OfType<string>().FirstOrDefault() ?? "",
            planned.Select(r => At(r.Inputs, "values", "global", "meshID")).OfType<string>().FirstOrDefault() ?? "",
            null,
            clusters.ToImmutableSortedDictionary(StringComparer.Ordinal)
        )
        {
            Stack = stack,
            Removed = removed,
        };
        var applied = AppliedMesh.From(asked, [.. plans.SelectMany(StackResource.Of)], ClusterNames.None)!;
        return applied with
        {
            Trust = applied.Clusters.Values.SelectMany(c => c.Trust).FirstOrDefault(),
            Objects = new(() => [.. plans.SelectMany(plan => MeshObject.Of(plan))]),
            Closed = new(() => ClosedWorkload.Of(mesh.Facts.Servers)),
            Mesh = new(() => mesh),
        };
    }

    private static ClusterState Of(PlannedCluster cluster, List<PlannedResource> planned, MeshFacts facts)
    {
        var (role, name) = (cluster.Role, cluster.Role.Identity.Name);
        var provider = ProviderOf(name, planned);
        var istiod = planned.Find(r => r.Cluster == name && At(r.Inputs, "values", "meshConfig", "trustDomain") is not null);
        var aliases = istiod is null ? null : At(istiod.Inputs, "values", "meshConfig", "trustDomainAliases") as IEnumerable;
        var former = role.Identity.RenamedFrom;
        return new ClusterState(role.ServedBy, role.SystemNamespace, role.Identity.TrustDomain, role.Identity.Network)
        {
            ConfiguredIn = role.ConfiguredIn,
            TrustDomainAliases = [.. aliases?.OfType<string>() ?? []],
            Services = [.. facts.Servers.Where(s => s.Cluster == name).Select(s => s.Component)],
            Defined = new()
            {
                RenamedFrom = former,
                IsGiven = cluster.Given is not null,
                AdoptsExisting = provider?.Inputs.GetValueOrDefault("upsertExistingObjects") is true,

                // One that is given with the name that it would follow anyway is not told from one that is not given.
                IsIdentified = provider?.Inputs.GetValueOrDefault("clusterIdentifier") is string id && id != (former ?? name),
            },
        };
    }

    // One that is described by hand, and has no provider of the program, is nothing that a later change has to respect.
    private static PlannedResource? ProviderOf(string cluster, List<PlannedResource> planned) =>
        planned.Find(r => r.Cluster == cluster && r.Key.Type == PulumiTypes.KubernetesProvider);

    private static object? At(IReadOnlyDictionary<string, object> inputs, params ReadOnlySpan<string> path)
    {
        object? at = inputs;
        foreach (var key in path)
        {
            at = (at as IReadOnlyDictionary<string, object>)?.GetValueOrDefault(key);
        }

        return at;
    }
}
