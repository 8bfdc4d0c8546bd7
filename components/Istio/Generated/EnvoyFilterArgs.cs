// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Changes to the configuration that istiod makes for Envoy; without any promise that they fit the next version
/// (networking.istio.io/v1alpha3).</summary>
public sealed class EnvoyFilter(string name, EnvoyFilterArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="EnvoyFilter"/>.</summary>
public sealed class EnvoyFilterArgs() : CustomResourceArgs("networking.istio.io/v1alpha3", "EnvoyFilter")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<EnvoyFilterSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Clusters that a patch is for.</summary>
public sealed partial class EnvoyClusterMatchArgs : ResourceArgs
{
    /// <summary>Full name of the cluster; alone it is enough.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Port of the service; default any.</summary>
    [Input("portNumber")]
    public Input<int>? PortNumber { get; set; }

    /// <summary>Full host of the service; default any.</summary>
    [Input("service")]
    public Input<string>? Service { get; set; }

    /// <summary>Subset of the service's DestinationRule; default any.</summary>
    [Input("subset")]
    public Input<string>? Subset { get; set; }
}

/// <summary>Where a patch applies: what stands there must match everything that is given.</summary>
public sealed partial class EnvoyConfigMatchArgs : ResourceArgs
{
    /// <summary>Clusters; not with another kind of object.</summary>
    [Input("cluster")]
    public Input<EnvoyClusterMatchArgs>? Cluster { get; set; }

    /// <summary>Direction of traffic and kind of proxy; default ANY.</summary>
    [Input("context")]
    public Input<EnvoyPatchContext>? Context { get; set; }

    /// <summary>Listeners and what is in them; not with another kind of object.</summary>
    [Input("listener")]
    public Input<EnvoyListenerMatchArgs>? Listener { get; set; }

    /// <summary>Proxies by version and metadata; default all.</summary>
    [Input("proxy")]
    public Input<EnvoyProxyMatchArgs>? Proxy { get; set; }

    /// <summary>Routes; not with another kind of object.</summary>
    [Input("routeConfiguration")]
    public Input<EnvoyRouteConfigurationMatchArgs>? RouteConfiguration { get; set; }

    /// <summary>Parts of a waypoint; context WAYPOINT only.</summary>
    [Input("waypoint")]
    public Input<EnvoyWaypointMatchArgs>? Waypoint { get; set; }
}

/// <summary>One change, and where it applies.</summary>
public sealed partial class EnvoyConfigPatchArgs : ResourceArgs
{
    /// <summary>Part of the configuration that is changed.</summary>
    [Input("applyTo")]
    public Input<EnvoyApplyTo>? ApplyTo { get; set; }

    /// <summary>Where it is changed; default wherever such a part is.</summary>
    [Input("match")]
    public Input<EnvoyConfigMatchArgs>? Match { get; set; }

    /// <summary>The change.</summary>
    [Input("patch")]
    public Input<EnvoyPatchArgs>? Patch { get; set; }
}

/// <summary>Filter chains that a patch is for.</summary>
public sealed partial class EnvoyFilterChainMatchArgs : ResourceArgs
{
    /// <summary>Application protocols that the chain is chosen by, joined by commas.</summary>
    [Input("applicationProtocols")]
    public Input<string>? ApplicationProtocols { get; set; }

    /// <summary>Port that the chain is chosen by.</summary>
    [Input("destinationPort")]
    public Input<int>? DestinationPort { get; set; }

    /// <summary>Network filter of the chain.</summary>
    [Input("filter")]
    public Input<EnvoyFilterMatchArgs>? Filter { get; set; }

    /// <summary>Name of the chain.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Server name that the chain is chosen by.</summary>
    [Input("sni")]
    public Input<string>? Sni { get; set; }

    /// <summary>Transport that the chain is chosen by, such as "tls" or "raw_buffer".</summary>
    [Input("transportProtocol")]
    public Input<string>? TransportProtocol { get; set; }

    /// <summary>Name of the chain's transport socket.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("transportSocket")]
    public Input<string>? TransportSocket { get; set; }
}

/// <summary>Network filter that a patch is for.</summary>
public sealed partial class EnvoyFilterMatchArgs : ResourceArgs
{
    /// <summary>Name of the filter.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Filter within it, as the HTTP connection manager has.</summary>
    [Input("subFilter")]
    public Input<EnvoySubFilterMatchArgs>? SubFilter { get; set; }
}

/// <summary>Proxies, and the changes to their configuration.</summary>
public sealed partial class EnvoyFilterSpecArgs : ResourceArgs
{
    [Input("configPatches")]
    private InputList<EnvoyConfigPatchArgs>? _configPatches;

    /// <summary>The changes, in order.</summary>
    public InputList<EnvoyConfigPatchArgs> ConfigPatches
    {
        get => _configPatches ??= new();
        set => _configPatches = value;
    }

    /// <summary>Order among objects of this kind: lower ones first, negative ones before the default 0.</summary>
    [Input("priority")]
    public Input<int>? Priority { get; set; }

    [Input("targetRefs")]
    private InputList<PolicyTargetReferenceArgs>? _targetRefs;

    /// <summary>Gateways or services that it is attached to, up to 16; not with a workload selector.</summary>
    public InputList<PolicyTargetReferenceArgs> TargetRefs
    {
        get => _targetRefs ??= new();
        set => _targetRefs = value;
    }

    /// <summary>Workloads that it is for; default all of the namespace.</summary>
    [Input("workloadSelector")]
    public Input<WorkloadSelectorArgs>? WorkloadSelector { get; set; }
}

/// <summary>Listeners that a patch is for.</summary>
public sealed partial class EnvoyListenerMatchArgs : ResourceArgs
{
    /// <summary>Filter chain of the listener.</summary>
    [Input("filterChain")]
    public Input<EnvoyFilterChainMatchArgs>? FilterChain { get; set; }

    /// <summary>Name of a listener filter.</summary>
    [Input("listenerFilter")]
    public Input<string>? ListenerFilter { get; set; }

    /// <summary>Name of the listener.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the port; in the schema, but without effect.</summary>
    [Input("portName")]
    public Input<string>? PortName { get; set; }

    /// <summary>Port that the listener listens on.</summary>
    [Input("portNumber")]
    public Input<int>? PortNumber { get; set; }
}

/// <summary>What is done, and with which piece of Envoy's configuration.</summary>
public sealed partial class EnvoyPatchArgs : ResourceArgs
{
    /// <summary>Place of a filter that is added, by its purpose; default where the operation says.</summary>
    [Input("filterClass")]
    public Input<EnvoyFilterClass>? FilterClass { get; set; }

    /// <summary>What is done.</summary>
    [Input("operation")]
    public Input<EnvoyPatchOperation>? Operation { get; set; }

    [Input("value")]
    private InputMap<object>? _value;

    /// <summary>The piece of configuration, in the words of Envoy's API.</summary>
    public InputMap<object> Value
    {
        get => _value ??= new();
        set => _value = value;
    }
}

/// <summary>Proxies that a patch is for.</summary>
public sealed partial class EnvoyProxyMatchArgs : ResourceArgs
{
    [Input("metadata")]
    private InputMap<string>? _metadata;

    /// <summary>Metadata of the node that must be there, by key.</summary>
    public InputMap<string> Metadata
    {
        get => _metadata ??= new();
        set => _metadata = value;
    }

    /// <summary>RE2 expression for the proxy's version of Istio.</summary>
    [Input("proxyVersion")]
    public Input<string>? ProxyVersion { get; set; }
}

/// <summary>Route configurations that a patch is for.</summary>
public sealed partial class EnvoyRouteConfigurationMatchArgs : ResourceArgs
{
    /// <summary>Gateway, "namespace/name", whose routes are meant; context GATEWAY only.</summary>
    [Input("gateway")]
    public Input<string>? Gateway { get; set; }

    /// <summary>Name of the route configuration.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Name of the gateway's port; context GATEWAY only.</summary>
    [Input("portName")]
    public Input<string>? PortName { get; set; }

    /// <summary>Port of the gateway's server, or of the service; default any.</summary>
    [Input("portNumber")]
    public Input<int>? PortNumber { get; set; }

    /// <summary>Virtual host, and a route of it.</summary>
    [Input("vhost")]
    public Input<EnvoyVirtualHostMatchArgs>? Vhost { get; set; }
}

/// <summary>Routes that a patch is for.</summary>
public sealed partial class EnvoyRouteMatchArgs : ResourceArgs
{
    /// <summary>What the route does; default ANY.</summary>
    [Input("action")]
    public Input<EnvoyRouteAction>? Action { get; set; }

    /// <summary>Name of the route; by default that of the VirtualService's route.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }
}

/// <summary>Filter within a network filter.</summary>
public sealed partial class EnvoySubFilterMatchArgs : ResourceArgs
{
    /// <summary>Name of the filter.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }
}

/// <summary>Virtual hosts that a patch is for.</summary>
public sealed partial class EnvoyVirtualHostMatchArgs : ResourceArgs
{
    /// <summary>One of its domains.</summary>
    [Input("domainName")]
    public Input<string>? DomainName { get; set; }

    /// <summary>Its name, "host:port".</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>A route of it.</summary>
    [Input("route")]
    public Input<EnvoyRouteMatchArgs>? Route { get; set; }
}

/// <summary>Parts of a waypoint that a patch is for.</summary>
public sealed partial class EnvoyWaypointMatchArgs : ResourceArgs
{
    /// <summary>Network filter.</summary>
    [Input("filter")]
    public Input<EnvoyFilterMatchArgs>? Filter { get; set; }

    /// <summary>Port of the service; default any.</summary>
    [Input("portNumber")]
    public Input<int>? PortNumber { get; set; }

    /// <summary>Route.</summary>
    [Input("route")]
    public Input<EnvoyWaypointRouteMatchArgs>? Route { get; set; }
}

/// <summary>Routes of a waypoint that a patch is for.</summary>
public sealed partial class EnvoyWaypointRouteMatchArgs : ResourceArgs
{
    /// <summary>Name of the route.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }
}

/// <summary>Part of Envoy's configuration that a patch changes.</summary>
[EnumType]
public readonly record struct EnvoyApplyTo
{
    private readonly string _name;

    private EnvoyApplyTo(string name) => _name = name;

    /// <summary>Nothing; in the schema, but not of use.</summary>
    public static EnvoyApplyTo Invalid { get; } = new("INVALID");

    /// <summary>A listener.</summary>
    public static EnvoyApplyTo Listener { get; } = new("LISTENER");

    /// <summary>A filter chain of a listener.</summary>
    public static EnvoyApplyTo FilterChain { get; } = new("FILTER_CHAIN");

    /// <summary>A network filter of a filter chain.</summary>
    public static EnvoyApplyTo NetworkFilter { get; } = new("NETWORK_FILTER");

    /// <summary>A filter of the HTTP connection manager.</summary>
    public static EnvoyApplyTo HttpFilter { get; } = new("HTTP_FILTER");

    /// <summary>All routes of a listener's port.</summary>
    public static EnvoyApplyTo RouteConfiguration { get; } = new("ROUTE_CONFIGURATION");

    /// <summary>A virtual host of a route configuration.</summary>
    public static EnvoyApplyTo VirtualHost { get; } = new("VIRTUAL_HOST");

    /// <summary>A route of a virtual host.</summary>
    public static EnvoyApplyTo HttpRoute { get; } = new("HTTP_ROUTE");

    /// <summary>An upstream cluster.</summary>
    public static EnvoyApplyTo Cluster { get; } = new("CLUSTER");

    /// <summary>A filter's configuration that is sent apart from its listener.</summary>
    public static EnvoyApplyTo ExtensionConfig { get; } = new("EXTENSION_CONFIG");

    /// <summary>What the proxy starts with; a running proxy takes no change.</summary>
    public static EnvoyApplyTo Bootstrap { get; } = new("BOOTSTRAP");

    /// <summary>A filter that a listener asks before it chooses a chain.</summary>
    public static EnvoyApplyTo ListenerFilter { get; } = new("LISTENER_FILTER");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        Invalid._name,
        Listener._name,
        FilterChain._name,
        NetworkFilter._name,
        HttpFilter._name,
        RouteConfiguration._name,
        VirtualHost._name,
        HttpRoute._name,
        Cluster._name,
        ExtensionConfig._name,
        Bootstrap._name,
        ListenerFilter._name,
    ];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvoyApplyTo Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvoyApplyTo value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Place in the order of filters.</summary>
[EnumType]
public readonly record struct EnvoyFilterClass
{
    private readonly string _name;

    private EnvoyFilterClass(string name) => _name = name;

    /// <summary>Where the operation says.</summary>
    public static EnvoyFilterClass Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>After Istio's filters for authentication.</summary>
    public static EnvoyFilterClass Authn { get; } = new("AUTHN");

    /// <summary>After Istio's filters for authorization.</summary>
    public static EnvoyFilterClass Authz { get; } = new("AUTHZ");

    /// <summary>Before Istio's filter for statistics.</summary>
    public static EnvoyFilterClass Stats { get; } = new("STATS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Unspecified._name, Authn._name, Authz._name, Stats._name];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvoyFilterClass Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvoyFilterClass value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Direction of traffic and kind of proxy.</summary>
[EnumType]
public readonly record struct EnvoyPatchContext
{
    private readonly string _name;

    private EnvoyPatchContext(string name) => _name = name;

    /// <summary>All but waypoints.</summary>
    public static EnvoyPatchContext Any { get; } = new("ANY");

    /// <summary>What sidecars accept.</summary>
    public static EnvoyPatchContext SidecarInbound { get; } = new("SIDECAR_INBOUND");

    /// <summary>What sidecars call.</summary>
    public static EnvoyPatchContext SidecarOutbound { get; } = new("SIDECAR_OUTBOUND");

    /// <summary>Gateways.</summary>
    public static EnvoyPatchContext Gateway { get; } = new("GATEWAY");

    /// <summary>Waypoints.</summary>
    public static EnvoyPatchContext Waypoint { get; } = new("WAYPOINT");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Any._name, SidecarInbound._name, SidecarOutbound._name, Gateway._name, Waypoint._name];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvoyPatchContext Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvoyPatchContext value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>What a patch does.</summary>
[EnumType]
public readonly record struct EnvoyPatchOperation
{
    private readonly string _name;

    private EnvoyPatchOperation(string name) => _name = name;

    /// <summary>Nothing; in the schema, but not of use.</summary>
    public static EnvoyPatchOperation Invalid { get; } = new("INVALID");

    /// <summary>Merges the value in; lists get longer.</summary>
    public static EnvoyPatchOperation Merge { get; } = new("MERGE");

    /// <summary>Adds an object; for a filter, at the place that its filter class says.</summary>
    public static EnvoyPatchOperation Add { get; } = new("ADD");

    /// <summary>Takes the object away.</summary>
    public static EnvoyPatchOperation Remove { get; } = new("REMOVE");

    /// <summary>Puts an object before the one that matches, or at the start.</summary>
    public static EnvoyPatchOperation InsertBefore { get; } = new("INSERT_BEFORE");

    /// <summary>Puts an object behind the one that matches, or at the end.</summary>
    public static EnvoyPatchOperation InsertAfter { get; } = new("INSERT_AFTER");

    /// <summary>Puts an object at the start, if one matches.</summary>
    public static EnvoyPatchOperation InsertFirst { get; } = new("INSERT_FIRST");

    /// <summary>Puts the value in the object's place; for filters only.</summary>
    public static EnvoyPatchOperation Replace { get; } = new("REPLACE");

    /// <summary>Merges the value in; lists are replaced.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public static EnvoyPatchOperation MergeAndReplaceList { get; } = new("MERGE_AND_REPLACE_LIST");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        Invalid._name,
        Merge._name,
        Add._name,
        Remove._name,
        InsertBefore._name,
        InsertAfter._name,
        InsertFirst._name,
        Replace._name,
        MergeAndReplaceList._name,
    ];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvoyPatchOperation Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvoyPatchOperation value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>What a route does with a request.</summary>
[EnumType]
public readonly record struct EnvoyRouteAction
{
    private readonly string _name;

    private EnvoyRouteAction(string name) => _name = name;

    /// <summary>Anything.</summary>
    public static EnvoyRouteAction Any { get; } = new("ANY");

    /// <summary>Forwards it.</summary>
    public static EnvoyRouteAction Route { get; } = new("ROUTE");

    /// <summary>Sends the client elsewhere.</summary>
    public static EnvoyRouteAction Redirect { get; } = new("REDIRECT");

    /// <summary>Answers it.</summary>
    public static EnvoyRouteAction DirectResponse { get; } = new("DIRECT_RESPONSE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Any._name, Route._name, Redirect._name, DirectResponse._name];

    /// <summary>Value of a name on the wire.</summary>
    public static EnvoyRouteAction Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(EnvoyRouteAction value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
