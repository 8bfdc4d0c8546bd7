using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Callers;

/// <summary>The identities that policies of a snapshot speak of, for each cluster whose callers may have them.</summary>
internal sealed class NamedIdentities
{
    private readonly Snapshot _snapshot;
    private readonly NamedIdentity[] _named;
    private readonly HashSet<string> _ownDomains;
    private readonly HashSet<(string TrustDomain, string Namespace, string Account)> _gateways;
    private readonly ILookup<(string TrustDomain, string Namespace), string> _accounts;
    private readonly bool _areShared;
    private readonly NamedIdentity[] _besides;

    /// <param name="snapshot">The clusters.</param>
    /// <param name="besides">Others that are asked for.</param>
    /// <param name="areShared">True where those that workloads of another cluster have are asked for too.</param>
    public NamedIdentities(Snapshot snapshot, IEnumerable<NamedIdentity> besides, bool areShared)
    {
        _snapshot = snapshot;
        _areShared = areShared;
        _besides = [.. besides];
        _named =
        [
            .. snapshot
                .ClusterNames.SelectMany(cluster =>
                    snapshot.Cluster(cluster).Policies.All.Concat(snapshot.Cluster(cluster).Policies.Targeted)
                )
                .SelectMany(policy => policy.Rules)
                .SelectMany(rule => rule.Sources.SelectMany(source => source).Concat(rule.Conditions))
                .SelectMany(test => test.Values.Concat(test.NotValues).Select(value => (test.Attribute, Value: value)))
                .Distinct()
                .Where(one => !Placeholder.IsIn(one.Value) && !Mask.IsIn(one.Value))
                .Select(one => NamedIdentity.From(one.Attribute, one.Value))
                .OfType<NamedIdentity>()
                .Concat(_besides)
                .Distinct()
                .OrderBy(one => (one.TrustDomain, one.Namespace, one.ServiceAccount)),
        ];
        _ownDomains = snapshot
            .ClusterNames.SelectMany(cluster => snapshot.ControlPlaneOf(cluster).Mesh.OwnTrustDomains)
            .ToHashSet(StringComparer.Ordinal);
        var workloads = snapshot
            .ClusterNames.SelectMany(cluster =>
                snapshot
                    .Cluster(cluster)
                    .Workloads.Select(workload => (Workload: workload, snapshot.ControlPlaneOf(cluster).Mesh.TrustDomain))
            )
            .ToArray();
        _gateways =
        [
            .. workloads
                .Where(one => one.Workload.IsGateway)
                .Select(one => (one.TrustDomain, one.Workload.Namespace, one.Workload.ServiceAccount)),
        ];
        _accounts = workloads.ToLookup(one => (one.TrustDomain, one.Workload.Namespace), one => one.Workload.ServiceAccount);
    }

    /// <summary>These and others.</summary>
    public NamedIdentities And(IEnumerable<NamedIdentity> others) => new(_snapshot, [.. _besides, .. others], _areShared);

    /// <summary>Those that a caller of a cluster may have, other than the cluster's own workloads.</summary>
    public IEnumerable<UnknownCaller> In(string cluster)
    {
        var own = _snapshot.ControlPlaneOf(cluster).Mesh.TrustDomain;
        foreach (var identity in _named.Prepend(NamedIdentity.Other))
        {
            if (DomainOf(identity, own) is not { } domain || _gateways.Contains((domain, identity.Namespace, identity.ServiceAccount)))
            {
                continue;
            }

            var caller = new Caller.InMesh(cluster, identity.SampleNamespace, identity.SampleAccount)
            {
                TrustDomain = domain == own ? null : domain,
            };
            var isKnown = IsKnown(identity, domain);
            if (isKnown && !identity.IsPattern && !_areShared)
            {
                continue;
            }

            yield return new(
                new(cluster, identity.Namespace, identity.ServiceAccount, false) { Identity = identity.In(domain) },
                caller,
                isKnown
            );
        }
    }

    // A caller has its own cluster's trust domain, or one that no cluster of the snapshot has.
    private string? DomainOf(NamedIdentity identity, string own) =>
        identity.TrustDomain switch
        {
            "*" => own,
            ['*', .. var end] => own.EndsWith(end, StringComparison.Ordinal) ? own : null,
            [.. var start, '*'] => own.StartsWith(start, StringComparison.Ordinal) ? own : null,
            var domain when domain == own => own,
            var domain => _ownDomains.Contains(domain) ? null : domain,
        };

    // A workload of another cluster may have it, and some workload may be of the pattern.
    private bool IsKnown(NamedIdentity identity, string domain) =>
        identity != NamedIdentity.Other
        && (
            identity.Namespace.Contains('*', StringComparison.Ordinal)
                ? _accounts.Any(accounts =>
                    accounts.Key.TrustDomain == domain
                    && Has(accounts.Key.Namespace, identity.Namespace)
                    && accounts.Any(one => Has(one, identity.ServiceAccount))
                )
                : _accounts[(domain, identity.Namespace)].Any(one => Has(one, identity.ServiceAccount))
        );

    private static bool Has(string name, string pattern) =>
        pattern switch
        {
            "*" => true,
            ['*', .. var end] => name.EndsWith(end, StringComparison.Ordinal),
            [.. var start, '*'] => name.StartsWith(start, StringComparison.Ordinal),
            _ => name == pattern,
        };
}
