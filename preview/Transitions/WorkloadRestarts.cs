namespace MeshStack.Preview.Transitions;

/// <summary>The workloads that a change leaves to be restarted: each namespace is named once, with every reason and one command.</summary>
internal static class WorkloadRestarts
{
    public static IEnumerable<TransitionNotice> Check(string name, ClusterState before, ClusterState after, MeshState mesh)
    {
        List<string> all = [.. OfAll(before, after, mesh)];
        var namespaces = RevisionReferences.Restarts(before.RevisionState, after.RevisionState);
        if (all.Count > 0)
        {
            // Whoever restarts everything need not be told of its parts.
            var proxies = namespaces.Select(Reason).Distinct(StringComparer.Ordinal);
            List<string> homes = [.. (after.Held?.Keys ?? after.Namespaces.Keys).Where(n => n != after.SystemNamespace)];
            List<string> commands = [.. new[] { homes.Count == 0 ? null : Command(after, homes), SystemGateways(after) }.OfType<string>()];
            yield return ToDo(
                name,
                $"restart all workloads, gateways included: {string.Join("; ", all.Concat(proxies))}"
                    + (commands.Count == 0 ? "" : ": " + string.Join("; ", commands))
            );
            yield break;
        }

        foreach (var reason in namespaces.GroupBy(Reason))
        {
            List<string> homes = [.. reason.Select(r => r.Namespace)];
            yield return ToDo(
                name,
                $"restart the workloads of {(homes.Count == 1 ? "namespace" : "namespaces")} {string.Join(" and ", homes)}: {reason.Key}: "
                    + Command(after, homes)
            );
        }

        foreach (var (revision, version) in after.Revisions)
        {
            if (
                before.Revisions.TryGetValue(revision, out var same)
                && same != version
                && !after.Namespaces.Values.Any(n => after.RevisionState.Revisions.Resolve(n) == revision)
            )
            {
                yield return ToDo(
                    name,
                    $"restart the workloads that revision {revision} injects: their proxies are of {same}, and new ones of {version}"
                );
            }
        }
    }

    private static IEnumerable<string> OfAll(ClusterState before, ClusterState after, MeshState mesh)
    {
        if (before.IsRenamed)
        {
            yield return "before renamedFrom goes, because until then their proxies call the cluster by its former name, which "
                + "istiod takes for the new one as long as renamedFrom stands there";
        }

        if (
            ClusterTransition.IsAnother(before.TrustDomain, after.TrustDomain)
            && ClusterTransition.Strangers(before, after, mesh).Count == 0
        )
        {
            yield return $"they are '{before.TrustDomain}' until then, and that alias can go afterwards";
        }

        if (ClusterTransition.IsAnother(before.Network, after.Network))
        {
            yield return $"network from {before.Network} to {after.Network}, and their proxies know the old one";
        }
    }

    private static string Reason(WorkloadRestart restart) =>
        restart.From is null
            ? $"they get their first proxy, of {restart.To}"
            : $"their proxies are of {restart.From}, and new ones of {restart.To}";

    /// <summary>The gateways beside istiod, which itself needs no restart.</summary>
    private static string? SystemGateways(ClusterState cluster)
    {
        var prefix = cluster.SystemNamespace + "/";
        var names = cluster.Gateways.Where(g => g.StartsWith(prefix, StringComparison.Ordinal)).Select(g => g[prefix.Length..]).ToList();
        return names.Count == 0
            ? null
            : $"kubectl{cluster.ContextFlag} --namespace {cluster.SystemNamespace} rollout restart deployment " + string.Join(' ', names);
    }

    /// <summary>kubectl restarts what is in one namespace.</summary>
    private static string Command(ClusterState cluster, List<string> namespaces) =>
        $"kubectl{cluster.ContextFlag} --namespace {namespaces[0]} rollout restart deployment,statefulset,daemonset"
        + (namespaces.Count == 1 ? "" : $", and the same with --namespace {string.Join(" and ", namespaces.Skip(1))}");

    private static TransitionNotice ToDo(string cluster, string message) => new(TransitionKind.ToDo, cluster, message);
}
