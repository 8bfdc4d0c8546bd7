namespace MeshStack.Preview.Transitions;

/// <summary>What a change of one cluster does to what is running in it.</summary>
internal static class ClusterTransition
{
    // Source: https://github.com/istio/istio/issues/61043 and https://github.com/istio/istio/issues/60920.
    private const string KeepsEndpoints = "1.30.4";

    public static IEnumerable<TransitionNotice> Check(string name, MeshState earlier, MeshState later)
    {
        var (before, after) = (earlier.Clusters[name], later.Clusters[name]);
        return Check(name, before, after, later).Concat(Credentials(name, before, after, earlier));
    }

    private static IEnumerable<TransitionNotice> Check(string name, ClusterState before, ClusterState after, MeshState mesh) =>
        [
            .. Authority(name, before, after, mesh),
            .. Renamed(name, before),
            .. Identity(name, before, after, mesh),
            .. Service(name, before, after),
            .. Versions(name, before, after),
            .. Removed(name, before, after),
            .. RevisionReferences
                .Restarts(before.RevisionState, after.RevisionState)
                .Select(r => new TransitionNotice(
                    TransitionKind.ToDo,
                    name,
                    $"restart the workloads of namespace {r.Namespace}: "
                        + (
                            r.From is null
                                ? $"they get their first proxy, of {r.To}"
                                : $"their proxies are of {r.From}, and new ones of {r.To}"
                        )
                )),
        ];

    // Nothing is known of a cluster whose first update has not ended.
    private static bool IsAnother(string before, string after) => before.Length > 0 && before != after;

    /// <summary>Another secret of that name may come; in between istiod has none, and makes a root of its own.</summary>
    private static IEnumerable<TransitionNotice> Authority(string name, ClusterState before, ClusterState after, MeshState mesh)
    {
        if (before.HasCa && !after.HasCa && mesh.Trust is not null)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "its CA leaves the definition: the secret cacerts would be deleted, and its istiod would sign with a root of its "
                    + "own from its "
                    + "next start on, which nobody else trusts. If something else writes that secret from now on: pulumi state delete with "
                    + "the URN of the secret (pulumi stack --show-urns), which leaves it where it is"
            );
        }
    }

    private static IEnumerable<TransitionNotice> Renamed(string name, ClusterState before)
    {
        if (before.IsRenamed)
        {
            yield return new(
                TransitionKind.ToDo,
                name,
                "restart all workloads, gateways included, before renamedFrom goes: until then their proxies call the cluster by "
                    + "its former "
                    + "name, which istiod takes for the new one as long as renamedFrom stands there"
            );
        }
    }

    /// <summary>An older istiod forgets the endpoints of a cluster whose credentials change, until it is restarted.</summary>
    private static IEnumerable<TransitionNotice> Credentials(string name, ClusterState before, ClusterState after, MeshState earlier)
    {
        if (before.ApiServer is not { } from || after.ApiServer is not { } to || from == to)
        {
            yield break;
        }

        foreach (var reader in after.ReadBy.Intersect(before.ReadBy))
        {
            // An istiod that is hosted for others has the versions of the cluster that configures it, and not of its host.
            var upgraded = before.ServedBy == reader ? before.ConfiguredIn ?? reader : reader;
            if (
                earlier
                    .Clusters.GetValueOrDefault(upgraded)
                    ?.Revisions.Values.FirstOrDefault(v => IstioVersion.IsBefore(v, KeepsEndpoints)) is
                { } version
            )
            {
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"apiServer from {from} to {to}: that is another remote secret in {reader}, whose istiod {version} loses all "
                        + $"endpoints of {name} when one changes (istio/istio#61043); upgrade {upgraded} to {KeepsEndpoints} or newer "
                        + "first, with the old address"
                );
            }
        }
    }

    /// <summary>Certificates name the trust domain that they were issued under, for a day or until a restart.</summary>
    private static IEnumerable<TransitionNotice> Identity(string name, ClusterState before, ClusterState after, MeshState mesh)
    {
        if (IsAnother(before.TrustDomain, after.TrustDomain))
        {
            // Policies name the new domain, and whoever evaluates them has to take the old one for the same.
            var strangers = mesh
                .Clusters.Where(c => c.Value.TrustDomain == after.TrustDomain && !c.Value.TrustDomainAliases.Contains(before.TrustDomain))
                .Select(c => c.Key)
                .ToList();
            yield return strangers.Count == 0
                ? new(
                    TransitionKind.ToDo,
                    name,
                    $"restart all workloads: they are '{before.TrustDomain}' until then, and that alias can go afterwards"
                )
                : new(
                    TransitionKind.Refused,
                    name,
                    $"trust domain from '{before.TrustDomain}' to '{after.TrustDomain}': workloads show the old one until they are "
                        + $"restarted, and {string.Join(" and ", strangers)} would deny them; keep it (trustDomain: "
                        + $"{before.TrustDomain}), or make it an alias for that time (meshstack:istio: {{trustDomainAliases: "
                        + $"[{before.TrustDomain}]}})"
                );
        }

        if (IsAnother(before.Network, after.Network))
        {
            yield return new(
                TransitionKind.ToDo,
                name,
                $"network from {before.Network} to {after.Network}: restart all workloads, whose proxies know the old one"
            );
        }
    }

    private static IEnumerable<TransitionNotice> Service(string name, ClusterState before, ClusterState after)
    {
        if (IsAnother(before.SystemNamespace, after.SystemNamespace))
        {
            yield return new(
                TransitionKind.Refused,
                name,
                $"its control plane moves from namespace {before.SystemNamespace} to {after.SystemNamespace}, where Helm could not take "
                    + "over the CRDs of the one that is there: remove the cluster from the mesh, and add it again"
            );
        }
        else if (IsAnother(before.ServedBy, after.ServedBy))
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"served by the istiod of {after.ServedBy} in place of {before.ServedBy}'s: restart all workloads, whose proxies call "
                    + "the old one; until then their configuration stands still"
            );
        }
    }

    private static IEnumerable<TransitionNotice> Versions(string name, ClusterState before, ClusterState after)
    {
        foreach (var (revision, version) in after.Revisions)
        {
            // A revision that is new stands beside those that were there; one that stays is replaced in place.
            var from = before.Revisions.TryGetValue(revision, out var same) ? [same] : before.Revisions.Values;
            foreach (
                var problem in from.Select(f => IstioVersion.CheckUpgrade(f, version)).OfType<ArgsProblem>().DistinctBy(p => p.Message)
            )
            {
                yield return new(TransitionKind.Refused, name, $"revision {revision}, {problem.Message}");
            }

            if (same is not null && same != version && before.Unfinished.Contains(revision))
            {
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"revision {revision}, from {same} to {version}: Helm did not see {same} through, so that an older istiod may still be "
                        + $"there: run pulumi up with {same} first"
                );
            }

            if (
                same is not null
                && same != version
                && !after.Namespaces.Values.Any(n => after.RevisionState.Revisions.Resolve(n) == revision)
            )
            {
                yield return new(
                    TransitionKind.ToDo,
                    name,
                    $"restart the workloads that revision {revision} injects: their proxies are of {same}, and new ones of {version}"
                );
            }
        }
    }

    /// <summary>Workloads keep the proxies of a revision until they are restarted, and those proxies need its istiod.</summary>
    private static IEnumerable<TransitionNotice> Removed(string name, ClusterState before, ClusterState after)
    {
        foreach (var revision in before.Revisions.Keys.Where(r => !after.Revisions.ContainsKey(r)))
        {
            var users = RevisionReferences
                .To(revision, before.RevisionState)
                .Where(r => r.Kind == "Namespace")
                .Select(r => r.Name)
                .ToList();
            if (users.Count > 0)
            {
                var remaining = string.Join(" and ", after.Revisions.Keys);
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"revision {revision} goes away while workloads of {string.Join(", ", users)} have its proxies: move "
                        + $"{(users.Count == 1 ? "the namespace" : "the namespaces")} to {remaining} with {revision} still there, "
                        + "restart the workloads, and remove it then"
                );
            }
        }
    }
}
