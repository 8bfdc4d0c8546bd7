using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Where the files of a definition ask for the parts of a mesh.</summary>
internal sealed class MeshSources
{
    private readonly Dictionary<string, SourceLocation> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Cluster, string Namespace), SourceLocation> _namespaces = [];
    private readonly Dictionary<string, SourceLocation> _anywhere = new(StringComparer.Ordinal);

    private MeshSources(IEnumerable<ClusterDefinition> clusters)
    {
        foreach (var cluster in clusters)
        {
            _clusters[cluster.Name] = cluster.Location;
            foreach (var (name, place) in cluster.NamespaceLocations)
            {
                _namespaces[(cluster.Name, name)] = place;
                _anywhere.TryAdd(name, place);
            }
        }
    }

    /// <summary>A mesh of no files.</summary>
    public static MeshSources None { get; } = new([]);

    /// <summary>The places of a definition.</summary>
    public static MeshSources From(MeshDefinition definition) => new(definition.Clusters);

    /// <summary>The place of a cluster; none where no file asks for it.</summary>
    public ReadOnlySpan<SourceLocation> OfCluster(string cluster) => Place(_clusters.GetValueOrDefault(cluster));

    /// <summary>The place of a namespace; that of a cluster which is served, where its configuration needs the namespace
    /// elsewhere.</summary>
    public ReadOnlySpan<SourceLocation> OfNamespace(string cluster, string name) =>
        Place(_namespaces.GetValueOrDefault((cluster, name)) ?? _anywhere.GetValueOrDefault(name));

    private static ReadOnlySpan<SourceLocation> Place(SourceLocation? place) => place is null ? [] : new[] { place };
}
