namespace MeshStack.Definition.Planning;

/// <summary>A Service with the workload behind it, which no object of the plan makes, and of which the plan knows that it is
/// there.</summary>
/// <param name="Cluster">The cluster that it is in.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Name of the Service.</param>
/// <param name="Selector">Labels of the pods behind it.</param>
/// <param name="Ports">Its ports, one at least.</param>
public sealed record DeclaredServer(
    string Cluster,
    string Namespace,
    string Name,
    IReadOnlyDictionary<string, string> Selector,
    IReadOnlyList<DeclaredServerPort> Ports
)
{
    /// <summary>Name of the component that is for it.</summary>
    public required string Component { get; init; }

    /// <summary>Service account of the pods; null where nothing says it.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Whether the pods have a sidecar.</summary>
    public bool HasSidecar { get; init; } = true;

    /// <summary>Names of the pods where callers ask for single ones; else none.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];

    /// <summary>Versions of the workload, by labels that it has besides; none where it is all of one kind.</summary>
    public IReadOnlyList<DeclaredVersion> Versions { get; init; } = [];

    /// <summary>Names of the Service and of the Services of single instances.</summary>
    public IReadOnlyList<string> Services { get; init; } = [Name];

    /// <summary>Host for callers that find the service by itself.</summary>
    public required string Host { get; init; }

    /// <summary>Host for callers of clusters that see the service as an import.</summary>
    public required string ImportedHost { get; init; }

    /// <summary>Host for clients outside the mesh, or all hosts below one; null where they do not reach it.</summary>
    public string? ExternalName { get; init; }

    /// <summary>A host that such a client may ask for.</summary>
    internal string? ExternalHost => ExternalName is ['*', .. var below] ? "any" + below : ExternalName;
}
