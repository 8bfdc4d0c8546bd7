// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>EnvoyFilter spec.configPatches[].match.cluster.</summary>
internal sealed partial record EnvoyClusterMatch : IIstioNode
{
    public string? Name { get; init; }

    public int? PortNumber { get; init; }

    public string? Service { get; init; }

    public string? Subset { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("portNumber", PortNumber);
        tree.Add("service", Service);
        tree.Add("subset", Subset);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.</summary>
internal sealed partial record EnvoyConfigMatch : IIstioNode
{
    public EnvoyClusterMatch? Cluster { get; init; }

    public string? Context { get; init; }

    public EnvoyListenerMatch? Listener { get; init; }

    public EnvoyProxyMatch? Proxy { get; init; }

    public EnvoyRouteConfigurationMatch? RouteConfiguration { get; init; }

    public EnvoyWaypointMatch? Waypoint { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("cluster", Cluster);
        tree.Add("context", Context);
        tree.Add("listener", Listener);
        tree.Add("proxy", Proxy);
        tree.Add("routeConfiguration", RouteConfiguration);
        tree.Add("waypoint", Waypoint);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].</summary>
internal sealed partial record EnvoyConfigPatch : IIstioNode
{
    public string? ApplyTo { get; init; }

    public EnvoyConfigMatch? Match { get; init; }

    public EnvoyPatch? Patch { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("applyTo", ApplyTo);
        tree.Add("match", Match);
        tree.Add("patch", Patch);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.listener.filterChain.</summary>
internal sealed partial record EnvoyFilterChainMatch : IIstioNode
{
    public string? ApplicationProtocols { get; init; }

    public int? DestinationPort { get; init; }

    public EnvoyFilterMatch? Filter { get; init; }

    public string? Name { get; init; }

    public string? Sni { get; init; }

    public string? TransportProtocol { get; init; }

    public string? TransportSocket { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("applicationProtocols", ApplicationProtocols);
        tree.Add("destinationPort", DestinationPort);
        tree.Add("filter", Filter);
        tree.Add("name", Name);
        tree.Add("sni", Sni);
        tree.Add("transportProtocol", TransportProtocol);
        tree.Add("transportSocket", TransportSocket);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.waypoint.filter.</summary>
internal sealed partial record EnvoyFilterMatch : IIstioNode
{
    public string? Name { get; init; }

    public EnvoySubFilterMatch? SubFilter { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("subFilter", SubFilter);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.</summary>
internal sealed partial record EnvoyFilterSpec : IIstioNode
{
    public IReadOnlyList<EnvoyConfigPatch> ConfigPatches { get; init; } = [];

    public int? Priority { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    public WorkloadSelector? WorkloadSelector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("configPatches", ConfigPatches);
        tree.Add("priority", Priority);
        tree.Add("targetRefs", TargetRefs);
        tree.Add("workloadSelector", WorkloadSelector);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.listener.</summary>
internal sealed partial record EnvoyListenerMatch : IIstioNode
{
    public EnvoyFilterChainMatch? FilterChain { get; init; }

    public string? ListenerFilter { get; init; }

    public string? Name { get; init; }

    public string? PortName { get; init; }

    public int? PortNumber { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("filterChain", FilterChain);
        tree.Add("listenerFilter", ListenerFilter);
        tree.Add("name", Name);
        tree.Add("portName", PortName);
        tree.Add("portNumber", PortNumber);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].patch.</summary>
internal sealed partial record EnvoyPatch : IIstioNode
{
    public string? FilterClass { get; init; }

    public string? Operation { get; init; }

    public IReadOnlyDictionary<string, object>? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("filterClass", FilterClass);
        tree.Add("operation", Operation);
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.proxy.</summary>
internal sealed partial record EnvoyProxyMatch : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public string? ProxyVersion { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("metadata", Metadata);
        tree.Add("proxyVersion", ProxyVersion);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.routeConfiguration.</summary>
internal sealed partial record EnvoyRouteConfigurationMatch : IIstioNode
{
    public string? Gateway { get; init; }

    public string? Name { get; init; }

    public string? PortName { get; init; }

    public int? PortNumber { get; init; }

    public EnvoyVirtualHostMatch? Vhost { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("gateway", Gateway);
        tree.Add("name", Name);
        tree.Add("portName", PortName);
        tree.Add("portNumber", PortNumber);
        tree.Add("vhost", Vhost);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.routeConfiguration.vhost.route.</summary>
internal sealed partial record EnvoyRouteMatch : IIstioNode
{
    public string? Action { get; init; }

    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("action", Action);
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.waypoint.filter.subFilter.</summary>
internal sealed partial record EnvoySubFilterMatch : IIstioNode
{
    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.routeConfiguration.vhost.</summary>
internal sealed partial record EnvoyVirtualHostMatch : IIstioNode
{
    public string? DomainName { get; init; }

    public string? Name { get; init; }

    public EnvoyRouteMatch? Route { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("domainName", DomainName);
        tree.Add("name", Name);
        tree.Add("route", Route);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.waypoint.</summary>
internal sealed partial record EnvoyWaypointMatch : IIstioNode
{
    public EnvoyFilterMatch? Filter { get; init; }

    public int? PortNumber { get; init; }

    public EnvoyWaypointRouteMatch? Route { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("filter", Filter);
        tree.Add("portNumber", PortNumber);
        tree.Add("route", Route);
        return tree.ToTree();
    }
}

/// <summary>EnvoyFilter spec.configPatches[].match.waypoint.route.</summary>
internal sealed partial record EnvoyWaypointRouteMatch : IIstioNode
{
    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

internal static class EnvoyApplyTo
{
    public const string Invalid = "INVALID";
    public const string Listener = "LISTENER";
    public const string FilterChain = "FILTER_CHAIN";
    public const string NetworkFilter = "NETWORK_FILTER";
    public const string HttpFilter = "HTTP_FILTER";
    public const string RouteConfiguration = "ROUTE_CONFIGURATION";
    public const string VirtualHost = "VIRTUAL_HOST";
    public const string HttpRoute = "HTTP_ROUTE";
    public const string Cluster = "CLUSTER";
    public const string ExtensionConfig = "EXTENSION_CONFIG";
    public const string Bootstrap = "BOOTSTRAP";
    public const string ListenerFilter = "LISTENER_FILTER";
}

internal static class EnvoyFilterClass
{
    public const string Unspecified = "UNSPECIFIED";
    public const string Authn = "AUTHN";
    public const string Authz = "AUTHZ";
    public const string Stats = "STATS";
}

internal static class EnvoyPatchContext
{
    public const string Any = "ANY";
    public const string SidecarInbound = "SIDECAR_INBOUND";
    public const string SidecarOutbound = "SIDECAR_OUTBOUND";
    public const string Gateway = "GATEWAY";
    public const string Waypoint = "WAYPOINT";
}

internal static class EnvoyPatchOperation
{
    public const string Invalid = "INVALID";
    public const string Merge = "MERGE";
    public const string Add = "ADD";
    public const string Remove = "REMOVE";
    public const string InsertBefore = "INSERT_BEFORE";
    public const string InsertAfter = "INSERT_AFTER";
    public const string InsertFirst = "INSERT_FIRST";
    public const string Replace = "REPLACE";
    public const string MergeAndReplaceList = "MERGE_AND_REPLACE_LIST";
}

internal static class EnvoyRouteAction
{
    public const string Any = "ANY";
    public const string Route = "ROUTE";
    public const string Redirect = "REDIRECT";
    public const string DirectResponse = "DIRECT_RESPONSE";
}
