using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What may leave a stack: whatever else is not in the definition any more was likely lost by mistake.</summary>
public sealed record RemovalSettings
{
    /// <summary>Clusters that leave the mesh.</summary>
    [Key("clusters that leave the mesh, by name", Default = "none: an update without one of the clusters is refused")]
    public IReadOnlyList<string> Clusters { get; init; } = [];

    /// <summary>Namespaces that leave the definition, as <c>CLUSTER/NAMESPACE</c>.</summary>
    [Key(
        "namespaces that leave the definition, as `CLUSTER/NAMESPACE`",
        Default = "none: an update without one of the namespaces is refused"
    )]
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>What cannot leave, because it is still there.</summary>
    internal IEnumerable<ArgsProblem> Problems(MeshSettings mesh)
    {
        foreach (var (cluster, index) in Clusters.Select((c, i) => (c, i)))
        {
            if (mesh.Clusters.ContainsKey(cluster))
            {
                yield return new(
                    FormattableString.Invariant($"removed.clusters[{index}]"),
                    $"'{cluster}' is still among the clusters: take it out there, or remove this"
                );
            }
        }

        foreach (var (name, index) in Namespaces.Select((n, i) => (n, i)))
        {
            var path = FormattableString.Invariant($"removed.namespaces[{index}]");
            if (name.Split('/') is not [var cluster, { Length: > 0 } ns])
            {
                yield return new(path, $"'{name}' is not CLUSTER/NAMESPACE");
            }
            else if (!mesh.Clusters.TryGetValue(cluster, out var member))
            {
                yield return new(
                    path,
                    $"there is no cluster '{cluster}'{Spelling.Suggest(cluster, mesh.Clusters.Keys)}; what was in a cluster that leaves "
                        + "the mesh needs no word of its own"
                );
            }
            else if (member.Namespaces.ContainsKey(ns))
            {
                yield return new(path, $"'{ns}' is still among the namespaces of {cluster}: take it out there, or remove this");
            }
        }
    }
}
