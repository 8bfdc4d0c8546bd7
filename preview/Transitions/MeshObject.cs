using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>A Kubernetes object of a mesh: the API server knows it by its place, and the engine by a logical name.</summary>
/// <param name="Key">Its type and logical name.</param>
/// <param name="Namespace">Its namespace; null where it is in none.</param>
/// <param name="Name">Its name.</param>
internal sealed record MeshObject(ResourceId Key, string? Namespace, string Name)
{
    /// <summary>Logical names by which the engine may know it too.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>Name of the intent or cluster that asks for it; null where that is not known.</summary>
    public string? Intent { get; init; }

    /// <summary>Whether a cluster asks for it, and no intent.</summary>
    public bool IsOfCluster { get; init; }

    /// <summary>Where it is asked for; null where that is in no file.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The cluster that it is planned in; null for one of a state.</summary>
    public string? Cluster { get; init; }

    /// <summary>URN in the state of the stack; null for one that is planned.</summary>
    public string? Urn { get; init; }

    /// <summary>What tells the API server which object it is.</summary>
    public (string Type, string? Namespace, string Name) Place => (Key.Type, Namespace, Name);

    /// <inheritdoc/>
    public override string ToString() => $"{Key.Type.Split(':')[^1]} {(Namespace is null ? "" : Namespace + "/")}{Name}";

    /// <summary>What the intents and clusters of a plan ask for.</summary>
    public static ImmutableArray<MeshObject> Of(Plan plan) =>
        [
            .. from resource in plan.Resources
            where resource is { ReadId: null, IsComponent: false, Cluster: not null }
            let intent = Top(plan, resource)
            where intent is not null
            let metadata = resource.Inputs.GetValueOrDefault("metadata") as IReadOnlyDictionary<string, object>
            where metadata is not null
            select new MeshObject(
                resource.Key,
                metadata.GetValueOrDefault("namespace")?.ToString(),
                metadata.GetValueOrDefault("name")?.ToString() ?? ""
            )
            {
                FormerNames = resource.FormerNames,
                Intent = intent.Key.Type == ClusterType ? resource.Cluster : intent.Key.Name,
                IsOfCluster = intent.Key.Type == ClusterType,
                Source = intent.Sources.FirstOrDefault(),
                Cluster = resource.Cluster,
            },
        ];

    /// <summary>What the state of a stack has of them.</summary>
    public static ImmutableArray<MeshObject> Of(IEnumerable<StackResource> resources) =>
        [
            .. from resource in resources
            where resource.TopType is not null && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            let name = resource.Text("metadata", "name")
            where name is not null
            select new MeshObject(new(resource.Type, resource.Name), resource.Text("metadata", "namespace"), name)
            {
                Urn = resource.Urn,
                IsOfCluster = resource.TopType == MeshType,
            },
        ];

    /// <summary>The component of the mesh itself.</summary>
    public const string MeshType = "meshstack:index:Mesh";

    private const string ClusterType = "meshstack:index:MeshCluster";

    private static PlannedResource? Top(Plan plan, PlannedResource resource)
    {
        PlannedResource? top = null;
        for (var at = resource.Parent; at is { } key && plan.Find(key) is { } parent; at = parent.Parent)
        {
            top = parent;
        }

        return top?.Key.Type == MeshType ? plan.Find(new(ClusterType, resource.Cluster!)) : top;
    }
}
