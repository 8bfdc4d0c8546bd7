using System.Collections.Immutable;
using MeshStack.Analysis.Upgrades;
using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>The steps of an upgrade, in their order: what each leaves to restart, and what is refused until the next one, is what
/// <see cref="MeshTransition"/> says of the states before and after it.</summary>
internal sealed class UpgradeSteps
{
    private const string Canary = "canary";

    private readonly IReadOnlyList<ClusterUpgrade> _clusters;
    private readonly Func<string, string>? _referenceOf;
    private readonly List<(string Title, MeshState State, IReadOnlyDictionary<string, string> Moved)> _states = [];

    private UpgradeSteps(IReadOnlyList<ClusterUpgrade> clusters, Func<string, string>? referenceOf) =>
        (_clusters, _referenceOf) = (clusters, referenceOf);

    /// <param name="now">The state that it starts from.</param>
    /// <param name="clusters">The versions.</param>
    /// <param name="referenceOf">The revision or tag of each cluster's gateways; null where no definition says it.</param>
    public static UpgradePlan Of(MeshState now, IReadOnlyList<ClusterUpgrade> clusters, Func<string, string>? referenceOf = null)
    {
        var steps = new UpgradeSteps(clusters, referenceOf);
        var ways = clusters.ToDictionary(
            cluster => cluster.Cluster,
            cluster => cluster.From == cluster.To ? [cluster.To] : IstioVersion.Way(cluster.From, cluster.To),
            StringComparer.Ordinal
        );
        var state = now;
        for (var hop = 0; hop < ways.Values.Max(way => way.Count); hop++)
        {
            var at = hop;
            state = steps.Hop(
                state,
                [.. clusters.Select(cluster => cluster with { To = ways[cluster.Cluster][Math.Min(at, ways[cluster.Cluster].Count - 1)] })]
            );
        }

        return new(
            Refusals(now, With(now, clusters, (_, one, to) => one with { Revisions = one.Revisions.SetItems(InPlace(one, to)) })),
            steps.Told(now),
            steps.Meanwhile(now)
        );
    }

    private MeshState Hop(MeshState from, IReadOnlyList<ClusterUpgrade> clusters)
    {
        var beside = With(
            from,
            clusters,
            (_, state, to) =>
                HasNamed(state, to)
                    ? state with
                    {
                        Revisions = state.Revisions.SetItem(RunningCluster.NameOf(to), to),
                        Tags = state.Tags.IsEmpty ? state.Tags : state.Tags.SetItem(Canary, RunningCluster.NameOf(to)),
                    }
                    : state with
                    {
                        Revisions = state.Revisions.SetItems(InPlace(state, to)),
                    }
        );
        if (Same(from, beside))
        {
            return from;
        }

        var named = clusters.Where(cluster => HasNamed(from.Clusters[cluster.Cluster], cluster.To)).ToArray();
        var versions = string.Join(" and ", clusters.Select(cluster => cluster.To).Distinct(StringComparer.Ordinal));
        if (named.Length == 0)
        {
            Add($"in place, to {versions}", beside);
            return beside;
        }

        Add(
            $"a control plane of {versions} beside the one that is there"
                + (named.Length < clusters.Count ? "; where revisions do not have their version's name, in place" : ""),
            beside
        );
        var moved = With(beside, named, (_, state, to) => state with { Namespaces = Moved(state, to, onlyTo: null) });
        if (!Same(beside, moved))
        {
            Add("one namespace after the other, each with a restart of its workloads", moved);
        }

        var tagged = With(
            moved,
            named,
            (name, state, to) =>
                state with
                {
                    Tags = state.Tags.ToImmutableSortedDictionary(
                        tag => tag.Key,
                        tag => IsOf(state, tag.Value, to) ? tag.Value : RunningCluster.NameOf(to),
                        StringComparer.Ordinal
                    ),
                    Namespaces = Moved(state, to, onlyTo: from.Clusters[name].Namespaces),
                }
        );
        var gateways = named.ToDictionary(cluster => cluster.Cluster, cluster => RunningCluster.NameOf(cluster.To), StringComparer.Ordinal);
        Add(
            from.Clusters.Values.All(cluster => cluster.Tags.IsEmpty)
                ? "gateways move to the new control plane"
                : "tags and gateways move to the new control plane, and the namespaces go back to the tag that they had",
            tagged,
            gateways
        );
        var alone = With(
            tagged,
            named,
            (name, state, to) =>
                state with
                {
                    Revisions = state
                        .Revisions.Where(revision => IsOf(state, revision.Key, to))
                        .ToImmutableSortedDictionary(StringComparer.Ordinal),
                    Tags = from.Clusters[name].Tags.ContainsKey(Canary) ? state.Tags : state.Tags.Remove(Canary),
                }
        );
        Add("the old control plane leaves", alone, gateways);
        return alone;
    }

    private void Add(string title, MeshState state, IReadOnlyDictionary<string, string>? gateways = null) =>
        _states.Add((title, state, gateways ?? ImmutableDictionary<string, string>.Empty));

    private List<UpgradeStep> Told(MeshState now)
    {
        var steps = new List<UpgradeStep>();
        var (before, gateways) = (now, ImmutableDictionary<string, string>.Empty);
        foreach (var (title, state, moved) in _states)
        {
            gateways = gateways.SetItems(moved);
            steps.Add(
                new(
                    title,
                    _referenceOf is null ? "" : StepWords.Definition(state, name => gateways.GetValueOrDefault(name) ?? _referenceOf(name)),
                    [.. StepWords.Changes(before, state)],
                    MeshTransition.Check(before, state)
                )
            );
            before = state;
        }

        return steps;
    }

    /// <summary>What would be refused between the steps: the end of the way without what is between, and another address of a cluster that
    /// is read.</summary>
    private IReadOnlyList<RefusedMeanwhile> Meanwhile(MeshState now)
    {
        MeshState[] states = [now, .. _states.Select(one => one.State)];
        return
        [
            .. states
                .SelectMany(
                    (state, i) =>
                        (i == 0 ? [] : Refusals(state, states[^1]))
                            .Concat(OfCredentials(state))
                            .Distinct()
                            .Select(notice => (Notice: notice, At: i))
                )
                .GroupBy(one => one.Notice, one => one.At)
                .Select(group => new RefusedMeanwhile(group.Min(), group.Max() == states.Length - 1 ? null : group.Max() + 1, group.Key))
                .OrderBy(one => one.After)
                .ThenBy(one => one.Notice.Subject, StringComparer.Ordinal)
                .ThenBy(one => one.Notice.Message, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a change of the address by which another cluster is read would come to.</summary>
    private static IEnumerable<TransitionNotice> OfCredentials(MeshState state) =>
        from cluster in state.Clusters
        where cluster.Value.ApiServer is not null
        let other = RunningCluster.Plain(state, state.Clusters.SetItem(cluster.Key, cluster.Value with { ApiServer = "another address" }))
        from notice in Refusals(state, other)
        select notice;

    private static IReadOnlyList<TransitionNotice> Refusals(MeshState before, MeshState after) =>
        [.. MeshTransition.Check(before, after).Where(notice => notice.Kind == TransitionKind.Refused)];

    private static MeshState With(
        MeshState state,
        IEnumerable<ClusterUpgrade> clusters,
        Func<string, ClusterState, string, ClusterState> change
    ) =>
        RunningCluster.Plain(
            state,
            state.Clusters.SetItems(
                clusters
                    .Where(cluster => state.Clusters.ContainsKey(cluster.Cluster))
                    .Select(cluster =>
                        KeyValuePair.Create(cluster.Cluster, change(cluster.Cluster, state.Clusters[cluster.Cluster], cluster.To))
                    )
            )
        );

    private static bool Same(MeshState one, MeshState other) => one.ToJson() == other.ToJson();

    // Which of the two is to be, is a matter of the name: one that says a version cannot stay.
    private static bool HasNamed(ClusterState state, string to) =>
        state.Revisions.Any(revision => revision.Key == RunningCluster.NameOf(revision.Value) && revision.Value != to);

    private static IEnumerable<KeyValuePair<string, string>> InPlace(ClusterState state, string to) =>
        state.Revisions.Keys.Select(revision => KeyValuePair.Create(revision, to));

    private static bool IsOf(ClusterState state, string revision, string to) => state.Revisions.GetValueOrDefault(revision) == to;

    private static ImmutableSortedDictionary<string, string> Moved(
        ClusterState state,
        string to,
        ImmutableSortedDictionary<string, string>? onlyTo
    ) =>
        state.Namespaces.ToImmutableSortedDictionary(
            one => one.Key,
            one =>
                onlyTo is not null && state.Tags.ContainsKey(onlyTo[one.Key]) ? onlyTo[one.Key]
                : IsOf(state, state.Tags.GetValueOrDefault(one.Value, one.Value), to) ? one.Value
                : state.Tags.ContainsKey(Canary) ? Canary
                : RunningCluster.NameOf(to),
            StringComparer.Ordinal
        );
}
