namespace MeshStack.Analysis.Access;

/// <summary>Who loses what while something is down, and what takes over; of callers that are down themselves nothing is said.</summary>
/// <param name="Losses">What callers do not get any more, by target and caller.</param>
/// <param name="Takeovers">What other targets answer instead, by caller and host.</param>
/// <param name="Detours">What callers get by another way only, by caller, host and target.</param>
public sealed record OutageEffect(IReadOnlyList<LostAccess> Losses, IReadOnlyList<Takeover> Takeovers, IReadOnlyList<Detour> Detours)
{
    /// <summary>The effect of an outage on what a snapshot is made of.</summary>
    /// <exception cref="ManifestFormatException">A mesh configuration inside an object is not YAML.</exception>
    public static OutageEffect Of(SnapshotSources sources, MeshOutage outage)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(outage);
        var before = AccessMatrix.Of(Snapshot.Of(sources with { Down = MeshOutage.None }));
        var asked = new AskedBefore(before, AccessMatrix.Of(Snapshot.Of(sources with { Down = outage })), outage).All().ToArray();
        return new(ByTarget(asked), [.. asked.Select(one => one.Takeover()).OfType<Takeover>()], [.. asked.SelectMany(one => one.Detours())]);
    }

    private static IReadOnlyList<LostAccess> ByTarget(HostChange[] asked)
    {
        var reached = asked.SelectMany(one => one.Now.Select(cell => (one.Caller, cell.Target))).ToHashSet();
        var losses = asked.SelectMany(one => one.Losses()).GroupBy(loss => (loss.Caller, loss.Target)).Select(own => own.First() with
        {
            Hosts = [.. own.SelectMany(loss => loss.Hosts)],
            Requests = RequestSet.Union(own.Select(loss => loss.Requests)),
            IsUndecided = own.Any(loss => loss.IsUndecided),
            IsReachedOtherwise = reached.Contains(own.Key),
            Because = [.. own.SelectMany(loss => loss.Because).Distinct()],
        });
        return [.. losses.By(loss => loss.Target).ThenBy(loss => loss.Caller)];
    }
}
