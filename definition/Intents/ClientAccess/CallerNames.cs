using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Names of callers that are near to ones that the definition has, and none of them.</summary>
internal sealed class CallerNames(IntentChecks checks)
{
    private readonly ILookup<(string Cluster, string Namespace), string> _accounts = checks
        .Of<InboundServiceDocument>()
        .Where(s => s.Intent.ServiceAccount is not null)
        .SelectMany(s => s.Servers)
        .ToLookup(s => (s.Cluster, s.Namespace), s => s.ServiceAccount!);

    /// <summary>Reports clusters that are not there; returns the callers in those that are.</summary>
    public IReadOnlyList<NamedMember> Placed(IntentDocument document, IEnumerable<NamedMember> callers)
    {
        var all = callers.ToList();
        var there = all.Select(caller => caller.ControlPlane)
            .DistinctBy(cluster => cluster.Path + " " + cluster.Value?.Cluster.Name)
            .Where(cluster => cluster.Value is not null && checks.Cluster(document, cluster.Value.Cluster.Name, cluster.Path) is not null)
            .Select(cluster => cluster.Value!.Cluster.Name)
            .ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(caller => caller.ControlPlane.Value is { } cluster && there.Contains(cluster.Cluster.Name))];
    }

    /// <summary>Reports namespaces that are nearly one of their cluster's.</summary>
    public void Namespaces(IntentDocument document, IEnumerable<NamedMember> callers)
    {
        foreach (
            var (cluster, ns) in callers
                .Select(caller => (caller.ControlPlane.Value!.Cluster.Name, caller.Namespace))
                .Distinct()
                .Where(one => one.Namespace.Value is { Length: > 0 })
        )
        {
            checks.NamespaceIsMeant(document, checks.Cluster(cluster)!, ns.Value!, ns.Path);
        }
    }

    /// <summary>Reports service accounts that nothing has, and that are near to one of a service in the same namespace.</summary>
    public void Accounts(IntentDocument document, IEnumerable<NamedMember> callers)
    {
        foreach (var caller in callers)
        {
            if (
                caller is { ControlPlane.Value.Cluster.Name: { } cluster, Namespace.Value: { } ns, ServiceAccount: (var path, { } account) }
                && _accounts[(cluster, ns)].ToList() is { Count: > 0 } known
                && !known.Contains(account, StringComparer.Ordinal)
                && known.FirstOrDefault(other => NearMiss.Of(account, other)) is { } meant
            )
            {
                checks.Warning(document, path, $"no service of {cluster}/{ns} has the service account '{account}'; did you mean {meant}?");
            }
        }
    }
}
