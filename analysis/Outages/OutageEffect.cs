using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Outages;

/// <summary>Who loses what while something is down, and what takes over; of callers that are down themselves nothing is said.</summary>
/// <param name="Losses">What callers do not get any more, by target and caller.</param>
/// <param name="Takeovers">What other targets answer instead, by caller and host.</param>
/// <param name="Detours">What callers get by another way only, by caller, host and target.</param>
public sealed record OutageEffect(IReadOnlyList<LostAccess> Losses, IReadOnlyList<Takeover> Takeovers, IReadOnlyList<Detour> Detours)
{
    /// <summary>The effect of an outage on what a snapshot is made of.</summary>
    /// <exception cref="ManifestFormatException">A mesh configuration inside an object is not YAML.</exception>
    public static OutageEffect Of(SnapshotSources sources, Outage outage)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(outage);
        var before = AccessMatrix.Of(Snapshot.Of(sources with { Down = Outage.None }));
        var asked = new OutageComparison(before, AccessMatrix.Of(Snapshot.Of(sources with { Down = outage })), outage).All().ToArray();
        return new(
            ByTarget(asked),
            [.. asked.Select(one => one.Takeover()).OfType<Takeover>()],
            [.. asked.SelectMany(one => one.Detours())]
        );
    }

    private static IReadOnlyList<LostAccess> ByTarget(HostChange[] asked)
    {
        var reached = asked.SelectMany(one => one.Now.Select(cell => (one.Caller, cell.Target))).ToHashSet();
        var losses =
            from own in asked.SelectMany(one => one.Losses()).GroupBy(loss => (loss.Caller, loss.Target))
            let alike = own.GroupBy(loss => loss.IsUndecided).OrderBy(names => names.Key).ToArray()
            from names in alike
            select names.First() with
            {
                Hosts = [.. names.SelectMany(loss => loss.Hosts)],
                Requests = RequestSet.Union(names.Select(loss => loss.Requests)),
                DependsOnName = alike.Length > 1 || reached.Contains(own.Key),
                Because = [.. names.SelectMany(loss => loss.Because).Distinct()],
            };
        return [.. losses.By(loss => loss.Target).ThenBy(loss => loss.Caller)];
    }
}
