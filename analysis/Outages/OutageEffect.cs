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
    public static OutageEffect From(SnapshotSources sources, Outage outage)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(outage);
        var before = AccessMatrix.From(Snapshot.From(sources with { Down = Outage.None }));
        return From(before, AccessMatrix.From(Snapshot.From(sources with { Down = outage })), outage);
    }

    /// <summary>The effect of an outage on what is known of a mesh already.</summary>
    /// <param name="before">The matrix of the mesh while nothing is down.</param>
    /// <param name="now">The matrix of the same mesh during the outage (<see cref="SnapshotSources.Down"/>).</param>
    /// <param name="outage">What is down.</param>
    public static OutageEffect From(AccessMatrix before, AccessMatrix now, Outage outage)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(outage);
        var asked = new OutageComparison(before, now, outage).All().ToArray();
        return new(ByTarget(asked), [.. asked.Select(one => one.Takeover).OfType<Takeover>()], [.. asked.SelectMany(one => one.Detours())]);
    }

    private static IReadOnlyList<LostAccess> ByTarget(HostChange[] asked)
    {
        var reached = asked.SelectMany(one => one.Now.Select(cell => (one.Caller, cell.Target))).ToHashSet();
        var losses =
            from own in asked.SelectMany(one => one.Losses).GroupBy(loss => (loss.Caller, loss.Target))
            let alike = own.GroupBy(loss => loss.IsUndecided).OrderBy(names => names.Key).ToArray()
            from names in alike
            let requests = Union(names)
            select names.First() with
            {
                Hosts = [.. names.SelectMany(loss => loss.Hosts)],
                Requests = requests ?? RequestSet.Everything,
                IsUndecided = names.Key || requests is null,
                DependsOnName = alike.Length > 1 || reached.Contains(own.Key),
                Because = [.. names.SelectMany(loss => loss.Because).Distinct()],
            };
        return [.. losses.By(loss => loss.Target).ThenBy(loss => loss.Caller)];
    }

    // Null where it is too much for a set.
    private static RequestSet? Union(IEnumerable<LostAccess> losses)
    {
        try
        {
            return RequestSet.Union(losses.Select(loss => loss.Requests));
        }
        catch (SetLimitException)
        {
            return null;
        }
    }
}
