namespace MeshStack.Definition;

/// <summary>How calls to a service are routed: to which of its versions, with which timeouts, retries and changes.</summary>
public sealed record ServiceRouteIntent
{
    /// <summary>The service whose calls are routed; of a part, the service that its routes lead to.</summary>
    [Key(
        "name of the InboundService whose calls it routes; of a part, the one that its routes lead to",
        Required = true,
        IsReference = true
    )]
    public InboundServiceIntent? Service { get; init; }

    /// <summary>Name of the intent of that service, where it has one.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Name of its component.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who answers for it; in a file every intent says so.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is for; in a file every intent says so.</summary>
    public string? Description { get; init; }

    /// <summary>Name that it had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Key("`name` that it had before: what is in the stack under that name is kept", Default = "none")]
    public string? RenamedFrom { get; init; }

    /// <summary>Name of the route that leaves a part of its requests to this one.</summary>
    [Key("name of the ServiceRoute that leaves a part of its requests to this one, by `delegate`", Default = "none: it is no part")]
    public string? PartOf { get; init; }

    /// <summary>Whose calls are routed: <c>mesh</c>, <c>ingress</c> or <c>both</c>.</summary>
    [Key(
        "whose calls are routed: those of workloads in the mesh, those through the ingress gateway, or both",
        Name = "for",
        Default = "`both` where the service has an `externalName`, else `mesh`",
        Allowed = ["mesh", "ingress", "both"],
        Is = "a kind of callers"
    )]
    public string? For { get; init; }

    /// <summary>Versions of the service, by labels of its workloads.</summary>
    [Key("versions of the service, which routes lead to", Default = "none")]
    public IReadOnlyList<RouteSubsetSettings> Subsets { get; init; } = [];

    /// <summary>The routes: the first that matches a request takes it.</summary>
    [Key("the routes; the first that matches a request takes it, and what none matches goes to the service", Default = "none")]
    public IReadOnlyList<RouteSettings> Routes { get; init; } = [];

    /// <summary>Whether it holds for callers in the mesh.</summary>
    internal bool IsForMesh => For is null or "mesh" or "both";

    /// <summary>Whether it holds at the ingress gateway.</summary>
    internal bool IsForIngress => For is null or "ingress" or "both" && Service?.ExternalName is not null;

    /// <summary>The subset of a name; null where there is none.</summary>
    internal RouteSubsetSettings? SubsetOf(string name) => Subsets.FirstOrDefault(s => s.Name == name);
}
