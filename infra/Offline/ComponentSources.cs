using MeshStack.Definition;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Infra.Offline;

/// <summary>Which places of a definition asked for which component.</summary>
public sealed class ComponentSources
{
    private readonly Dictionary<ResourceId, List<SourceLocation>> _places = [];

    /// <summary>The places that asked for a component, by file and line; none for a component of other making.</summary>
    public IReadOnlyList<SourceLocation> this[ResourceId component] => _places.TryGetValue(component, out var places) ? places : [];

    internal static ComponentSources Of(MeshDefinition definition)
    {
        var sources = new ComponentSources();
        sources.Add("Mesh", definition.Mesh.MeshId!, definition.Location);
        foreach (var cluster in definition.Clusters)
        {
            sources.Add("MeshCluster", cluster.Name, cluster.Location);
            sources.Add("IstioInstall", $"{cluster.Name}-istio", cluster.Location);
            foreach (var (name, place) in definition.Clusters.SelectMany(c => c.NamespaceLocations).DistinctBy(n => n.Key))
            {
                sources.Add("MeshNamespace", $"{cluster.Name}-{name}", cluster.NamespaceLocations.GetValueOrDefault(name, place));
            }

            sources.Add("ExternalControlPlane", $"{cluster.Name}-external", cluster.Location);
        }

        foreach (var service in definition.Services)
        {
            sources.Add("InboundService", service.Name, service.Location);
        }

        foreach (var access in definition.Accesses)
        {
            sources.Add("ClientAccess", access.Name, access.Location);
            if (access.Args is { ControlPlane: { } client, Namespace: { } @namespace } && access.Args.NeedsImport)
            {
                sources.Add("ServiceImport", $"{access.Service}.{client.Cluster.Name}.{@namespace}", access.Location);
            }
        }

        foreach (var places in sources._places.Values)
        {
            places.Sort((a, b) => string.CompareOrdinal(a.File, b.File) is var order and not 0 ? order : a.Line.CompareTo(b.Line));
        }

        return sources;
    }

    private void Add(string type, string name, SourceLocation place)
    {
        var id = new ResourceId("meshstack:index:" + type, name);
        if (!_places.TryGetValue(id, out var places))
        {
            _places[id] = places = [];
        }

        places.Add(place);
    }
}
