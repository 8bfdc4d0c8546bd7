using Pulumi;

namespace MeshStack;

/// <summary>How calls to a service are routed: to which of its versions, with which timeouts, retries and changes.</summary>
public sealed class ServiceRouteArgs : ResourceArgs
{
    /// <summary>Name of its component.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Of a part, the service that its routes lead to; for the route of a service nothing.</summary>
    public InboundService? Service { get; set; }

    /// <summary>Who answers for it, such as <c>@example/shop</c>.</summary>
    /// <value>Defaults to the owner of the service.</value>
    [Input("owner")]
    public string? Owner { get; set; }

    /// <summary>What it is for, in one line of at most 500 characters.</summary>
    /// <value>Defaults to none.</value>
    [Input("description")]
    public string? Description { get; set; }

    /// <summary>Name that it had before: what it made is kept, and not made a second time.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Input("renamedFrom")]
    public string? RenamedFrom { get; set; }

    /// <summary>Whose calls are routed.</summary>
    /// <value>Defaults to Both where the service has an external name, else to Mesh.</value>
    [Input("for")]
    public RoutedCallers? For { get; set; }

    /// <summary>Versions of the service, by labels of its workloads.</summary>
    [Input("subsets")]
    public List<RouteSubsetArgs> Subsets { get; set; } = [];

    /// <summary>The routes: the first that matches a request takes it; what none matches goes to the service.</summary>
    [Input("routes")]
    public List<RouteArgs> Routes { get; set; } = [];
}
