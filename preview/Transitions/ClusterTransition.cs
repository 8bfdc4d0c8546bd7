namespace MeshStack.Preview.Transitions;

/// <summary>What a change of one cluster does to what is running in it.</summary>
internal static class ClusterTransition
{
    // Source: https://github.com/istio/istio/issues/61043 and https://github.com/istio/istio/issues/60920.
    private const string KeepsEndpoints = "1.30.4";

    public static IEnumerable<TransitionNotice> Check(string name, MeshState earlier, MeshState later)
    {
        var (before, after) = (earlier.Clusters[name], later.Clusters[name]);
        return
        [
            .. Uninstalled(name, before, after),
            .. Authority(name, before, after, later),
            .. TrustDomain(name, before, after, later),
            .. Service(name, before, after),
            .. Versions(name, before, after),
            .. Removed(name, before, after),
            .. Gateways(name, before, after),
            .. WorkloadRestarts.Check(name, before, after, later),
            .. Credentials(name, before, after, earlier),
        ];
    }

    // Nothing is known of a cluster whose first update has not ended.
    internal static bool IsAnother(string before, string after) => before.Length > 0 && before != after;

    /// <summary>What is there already may be what the stack itself has installed.</summary>
    private static IEnumerable<TransitionNotice> Uninstalled(string name, ClusterState before, ClusterState after)
    {
        if (before.HasIstiod && after.Defined.IsGiven)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "istio.existing says that its Istio is there already, and it is this stack that installed it: the update would uninstall "
                    + "it. To hand it over to something else: pulumi state delete with the URNs of its releases and of the secret cacerts "
                    + "(pulumi stack --show-urns), which leaves them where they are; else remove istio.existing"
            );
        }
    }

    /// <summary>Another secret of that name may come; in between istiod has none, and makes a root of its own.</summary>
    private static IEnumerable<TransitionNotice> Authority(string name, ClusterState before, ClusterState after, MeshState mesh)
    {
        if (before.HasCa && !after.HasCa && mesh.Trust is not null)
        {
            yield return new(
                TransitionKind.Refused,
                name,
                "its CA leaves the definition: the secret cacerts would be deleted, and its istiod would sign with a root of its own "
                    + "from its next start on, which nobody else trusts. If something else writes that secret from now on: pulumi state "
                    + "delete with the URN of the secret (pulumi stack --show-urns), which leaves it where it is"
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
                    ?.Running.Select(r => r.Version)
                    .FirstOrDefault(v => IstioVersion.IsBefore(v, KeepsEndpoints)) is
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
    private static IEnumerable<TransitionNotice> TrustDomain(string name, ClusterState before, ClusterState after, MeshState mesh)
    {
        if (IsAnother(before.TrustDomain, after.TrustDomain))
        {
            // Policies name the new domain, and whoever evaluates them has to take the old one for the same.
            var strangers = Strangers(before, after, mesh);
            if (strangers.Count > 0)
            {
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"trust domain from '{before.TrustDomain}' to '{after.TrustDomain}': workloads show the old one until they are "
                        + $"restarted, and {string.Join(" and ", strangers)} would deny them; keep it (trustDomain: "
                        + $"{before.TrustDomain}), or make it an alias for that time (meshstack:istio: {{trustDomainAliases: "
                        + $"[{before.TrustDomain}]}})"
                );
            }
        }
    }

    /// <summary>The clusters that would deny workloads which show their former trust domain.</summary>
    internal static List<string> Strangers(ClusterState before, ClusterState after, MeshState mesh) =>
        [
            .. mesh
                .Clusters.Where(c => c.Value.TrustDomain == after.TrustDomain && !c.Value.TrustDomainAliases.Contains(before.TrustDomain))
                .Select(c => c.Key),
        ];

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
        foreach (var (revision, to) in after.Revisions)
        {
            // A revision that is new stands beside those that were there; one that stays is replaced in place.
            var isThere = before.Revisions.TryGetValue(revision, out var same) | before.UnderWay.TryGetValue(revision, out var next);
            var from = before.Running.Where(r => !isThere || r.Revision == revision);
            foreach (
                var (version, problem) in from.Select(f => (f.Version, Problem: IstioVersion.CheckUpgrade(f.Version, to)))
                    .Where(p => p.Problem is not null)
                    .DistinctBy(p => p.Problem!.Message)
            )
            {
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"revision {revision}, {problem!.Message}"
                        + (version == next ? $"; {next} may be there, because an update was killed on the way to it" : "")
                );
            }

            if (same is not null && same != to && before.Unfinished.Contains(revision))
            {
                yield return new(
                    TransitionKind.Refused,
                    name,
                    $"revision {revision}, from {same} to {to}: Helm did not see {same} through, so that an older istiod may still be "
                        + $"there: run pulumi up with {same} first"
                );
            }
        }
    }

    /// <summary>Whoever calls from outside has the address, or the DNS that leads there.</summary>
    private static IEnumerable<TransitionNotice> Gateways(string name, ClusterState before, ClusterState after)
    {
        foreach (var gateway in before.Gateways.Except(after.Gateways))
        {
            yield return new(
                TransitionKind.Warning,
                name,
                $"gateway {gateway} leaves the definition: it is deleted with its Service, and so is the address of its load balancer "
                    + "(pulumi stack output gateways), which whoever calls there still has; a gateway that comes later gets another one"
            );
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
