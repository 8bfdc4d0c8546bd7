using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Outages;

/// <summary>What callers that are still there asked for before an outage, name by name, and what they get of it now.</summary>
internal sealed class OutageComparison
{
    private readonly AccessMatrix _before;
    private readonly Outage _outage;
    private readonly HashSet<AccessCaller> _up;
    private readonly ILookup<AccessName, AccessCell> _now;
    private readonly ILookup<string, AccessName> _outside;

    public OutageComparison(AccessMatrix before, AccessMatrix now, Outage outage)
    {
        (_before, _outage, _up) = (before, outage, [.. now.Callers]);

        // What is undecided on the way counts for what a host means, and that may be without a workload by now.
        var gone = before.Targets.Except(now.Targets).ToHashSet();
        _now = now.Cells.Where(cell => !cell.IsAside && !gone.Contains(cell.Target)).ToLookup(AccessName.From);
        _outside = _now.Select(cells => cells.Key)
            .Where(name => name.IsOutside)
            .OrderBy(name => name.Cluster, StringComparer.Ordinal)
            .ToLookup(name => name.HostAndPort, StringComparer.Ordinal);
    }

    public IEnumerable<HostChange> All() =>
        _before
            .Cells.Where(cell => !cell.IsAside)
            .GroupBy(AccessName.From)
            .OrderBy(name => name.Key.IsOutside)
            .ThenBy(name => name.Key.Cluster, StringComparer.Ordinal)
            .ThenBy(name => name.Key.Host, StringComparer.Ordinal)
            .ThenBy(name => name.Key.Port)
            .SelectMany(name => name.Key.IsOutside ? [Outside(name.Key, [.. name])] : Inside(name.Key, [.. name]));

    private IEnumerable<HostChange> Inside(AccessName name, AccessCell[] before)
    {
        if (_outage.Clusters.Contains(name.Cluster))
        {
            yield break;
        }

        // Everyone is one caller as long as no one fares otherwise.
        AccessCell[] now = [.. _now[name]];
        IEnumerable<AccessCaller> callers =
            before.Concat(now).All(cell => cell.Caller.IsEveryone) ? [AccessCaller.Everyone(name.Cluster)]
            : before.Any(cell => cell.Caller.IsEveryone)
                ? _before.Callers.Where(caller => !caller.IsOutside && caller.Cluster == name.Cluster)
            : before.Select(cell => cell.Caller).Distinct();
        foreach (var caller in callers.Where(caller => caller.IsEveryone || _up.Contains(caller)))
        {
            yield return new(caller, name.HostAndPort, [.. before.Where(IsFor)], [.. now.Where(IsFor)], null);

            bool IsFor(AccessCell cell) => cell.Caller.IsEveryone || cell.Caller == caller;
        }
    }

    // A client outside is not down with the gateways it came to, and others may take its host.
    private HostChange Outside(AccessName name, AccessCell[] before)
    {
        var own = _now[name].ToArray();
        if (own.Length > 0)
        {
            return new(before[0].Caller, name.HostAndPort, before, own, null);
        }

        var others = _outside[name.HostAndPort]
            .Select(other => new HostChange(before[0].Caller, name.HostAndPort, before, [.. _now[other]], other.Cluster));
        return others.OrderBy(change => change.Losses.Count > 0).FirstOrDefault()
            ?? new(before[0].Caller, name.HostAndPort, before, [], null);
    }
}
