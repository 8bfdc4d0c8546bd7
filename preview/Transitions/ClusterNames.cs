using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>The names that clusters have, and had before they were renamed.</summary>
/// <remarks>A rename that was cut or failed leaves some objects of a cluster under each of its names.</remarks>
internal sealed class ClusterNames
{
    private readonly ImmutableDictionary<string, string> _byName;

    private ClusterNames(IEnumerable<KeyValuePair<string, string>> byName) =>
        _byName = byName.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>No cluster is renamed.</summary>
    public static ClusterNames None { get; } = new([]);

    /// <summary>What a definition says.</summary>
    public static ClusterNames Of(MeshState defined) =>
        new(
            from cluster in defined.Clusters
            let former = cluster.Value.Defined.RenamedFrom
            where former is not null && !defined.Clusters.ContainsKey(former)
            select KeyValuePair.Create(cluster.Key, former)
        );

    /// <summary>Without the clusters that are there under both names: these are two.</summary>
    public ClusterNames Among(IReadOnlyCollection<string> clusters) =>
        new(_byName.Where(n => !(clusters.Contains(n.Key) && clusters.Contains(n.Value))));

    /// <summary>The name that a cluster has now.</summary>
    public string Now(string name) => _byName.FirstOrDefault(n => n.Value == name).Key ?? name;

    /// <summary>The names that a cluster has and had, the newest first.</summary>
    public IEnumerable<string> Of(string cluster) => _byName.TryGetValue(cluster, out var former) ? [cluster, former] : [cluster];

    /// <summary>A state with the names that clusters have now.</summary>
    public MeshState In(MeshState state)
    {
        var names = Among([.. state.Clusters.Keys]);
        return state with
        {
            Clusters = state.Clusters.ToImmutableSortedDictionary(
                c => names.Now(c.Key),
                c =>
                    c.Value with
                    {
                        IsRenamed = c.Value.IsRenamed || names.Now(c.Key) != c.Key,
                        ServedBy = names.Now(c.Value.ServedBy),
                        ConfiguredIn = c.Value.ConfiguredIn is { } config ? names.Now(config) : null,
                        ReadBy = [.. c.Value.ReadBy.Select(names.Now)],
                    },
                StringComparer.Ordinal
            ),
        };
    }
}
