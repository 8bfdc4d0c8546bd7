// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Policies for the traffic to a host, applied after routing (networking.istio.io/v1).</summary>
public sealed class DestinationRule(string name, DestinationRuleArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="DestinationRule"/>.</summary>
public sealed class DestinationRuleArgs() : CustomResourceArgs("networking.istio.io/v1", "DestinationRule")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<DestinationRuleSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Weights of endpoints by the load that they report themselves, as ORCA metrics.</summary>
/// <remarks>Since Istio 1.32.</remarks>
public sealed partial class BackendUtilizationArgs : ResourceArgs
{
    /// <summary>Percent of its utilization that an endpoint is charged for errors.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("errorUtilizationPenaltyPercent")]
    public Input<int>? ErrorUtilizationPenaltyPercent { get; set; }

    [Input("metricNamesForComputingUtilization")]
    private InputList<string>? _metricNamesForComputingUtilization;

    /// <summary>Metrics of the endpoint's own that utilization is computed from.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> MetricNamesForComputingUtilization
    {
        get => _metricNamesForComputingUtilization ??= new();
        set => _metricNamesForComputingUtilization = value;
    }

    /// <summary>Time without reports until an endpoint has the default weight again, e.g. "3m".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightExpirationPeriod")]
    public Input<string>? WeightExpirationPeriod { get; set; }

    /// <summary>Time from the first report until an endpoint's weight counts, e.g. "10s".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightStabilizationPeriod")]
    public Input<string>? WeightStabilizationPeriod { get; set; }

    /// <summary>Time between computations of the weights, e.g. "1s".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightUpdatePeriod")]
    public Input<string>? WeightUpdatePeriod { get; set; }
}

/// <summary>TLS that a proxy speaks to the host it calls.</summary>
public sealed partial class ClientTlsSettingsArgs : ResourceArgs
{
    /// <summary>Secret or ConfigMap with the roots that verify the server, where they are kept apart.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("caCertCredentialName")]
    public Input<string>? CaCertCredentialName { get; set; }

    /// <summary>File with the roots that verify the server; without it the proxy's system roots do.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }

    /// <summary>File with the revocation list for the server's certificate.</summary>
    [Input("caCrl")]
    public Input<string>? CaCrl { get; set; }

    /// <summary>File with the client certificate in PEM; MUTUAL only.</summary>
    [Input("clientCertificate")]
    public Input<string>? ClientCertificate { get; set; }

    /// <summary>Secret with the client's certificate and roots, in place of files; gateways, and sidecars with a workload
    /// selector.</summary>
    [Input("credentialName")]
    public Input<string>? CredentialName { get; set; }

    /// <summary>Whether the server's certificate goes unverified; default false.</summary>
    [Input("insecureSkipVerify")]
    public Input<bool>? InsecureSkipVerify { get; set; }

    /// <summary>Kind of TLS; default DISABLE.</summary>
    [Input("mode")]
    public Input<ClientTlsMode>? Mode { get; set; }

    /// <summary>File with the client's private key; MUTUAL only.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>Server name sent in the handshake; default the called host, or the name of the port and subset under
    /// ISTIO_MUTUAL.</summary>
    [Input("sni")]
    public Input<string>? Sni { get; set; }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that the server's certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }
}

/// <summary>Affinity to an endpoint by exactly one key of the request.</summary>
public sealed partial class ConsistentHashArgs : ResourceArgs
{
    /// <summary>Cookie whose value is hashed, made when it is missing.</summary>
    [Input("httpCookie")]
    public Input<HttpCookieArgs>? Cookie { get; set; }

    /// <summary>Header whose value is hashed.</summary>
    [Input("httpHeaderName")]
    public Input<string>? HttpHeaderName { get; set; }

    /// <summary>Query parameter whose value is hashed.</summary>
    [Input("httpQueryParameterName")]
    public Input<string>? HttpQueryParameterName { get; set; }

    /// <summary>Maglev algorithm; not with ringHash.</summary>
    [Input("maglev")]
    public Input<MaglevArgs>? Maglev { get; set; }

    /// <summary>Virtual nodes on the ring; the older form of ringHash.</summary>
    [Obsolete("Use RingHash.")]
    [Input("minimumRingSize")]
    public Input<int>? MinimumRingSize { get; set; }

    /// <summary>Ring algorithm, the default; not with maglev.</summary>
    [Input("ringHash")]
    public Input<RingHashArgs>? RingHash { get; set; }

    /// <summary>Whether the client's address is hashed; the only key for TCP.</summary>
    [Input("useSourceIp")]
    public Input<bool>? UseSourceIp { get; set; }
}

/// <summary>Host, its traffic policy and its subsets.</summary>
public sealed partial class DestinationRuleSpecArgs : ResourceArgs
{
    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the rule; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }

    /// <summary>Name in the service registry; a short name resolves in the namespace of the rule.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    [Input("subsets")]
    private InputList<SubsetArgs>? _subsets;

    /// <summary>Named parts of the host, such as versions.</summary>
    public InputList<SubsetArgs> Subsets
    {
        get => _subsets ??= new();
        set => _subsets = value;
    }

    /// <summary>Policy for all of the host's endpoints.</summary>
    [Input("trafficPolicy")]
    public Input<TrafficPolicyArgs>? TrafficPolicy { get; set; }

    /// <summary>Client workloads of the namespace that the rule is for; default all.</summary>
    [Input("workloadSelector")]
    public Input<MatchLabelsSelectorArgs>? WorkloadSelector { get; set; }
}

/// <summary>Cookie that keeps a client at its endpoint.</summary>
public sealed partial class HttpCookieArgs : ResourceArgs
{
    [Input("attributes")]
    private InputList<HttpCookieAttributeArgs>? _attributes;

    /// <summary>Further attributes, such as SameSite.</summary>
    public InputList<HttpCookieAttributeArgs> Attributes
    {
        get => _attributes ??= new();
        set => _attributes = value;
    }

    /// <summary>Name of the cookie.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Path that the cookie is set for.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>Lifetime of a cookie that the proxy makes, e.g. "3600s"; "0s" for the session.</summary>
    [Input("ttl")]
    public Input<string>? Ttl { get; set; }
}

/// <summary>Attribute of a cookie that the proxy makes.</summary>
public sealed partial class HttpCookieAttributeArgs : ResourceArgs
{
    /// <summary>Name of the attribute.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Value of the attribute.</summary>
    [Input("value")]
    public Input<string>? Value { get; set; }
}

/// <summary>Choice of the endpoint: a simple algorithm, a consistent hash or reported load.</summary>
public sealed partial class LoadBalancerSettingsArgs : ResourceArgs
{
    /// <summary>Load that the endpoints report; not with an algorithm or a hash.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("backendUtilization")]
    public Input<BackendUtilizationArgs>? Utilization { get; set; }

    /// <summary>Affinity by a property of the request; not with an algorithm or reported load.</summary>
    [Input("consistentHash")]
    public Input<ConsistentHashArgs>? Hash { get; set; }

    /// <summary>Preference of near endpoints; replaces the mesh-wide one.</summary>
    [Input("localityLbSetting")]
    public Input<LocalityLbSettingArgs>? LocalityLbSetting { get; set; }

    /// <summary>Algorithm without affinity; not with a hash or reported load.</summary>
    [Input("simple")]
    public Input<LoadBalancerAlgorithm>? Algorithm { get; set; }

    /// <summary>Slow start of new endpoints; for round robin and least request only.</summary>
    [Input("warmup")]
    public Input<WarmupArgs>? Warmup { get; set; }

    /// <summary>Time of the slow start, e.g. "30s"; the older form of warmup.</summary>
    [Obsolete("Use Warmup.")]
    [Input("warmupDurationSecs")]
    public Input<string>? WarmupDurationSecs { get; set; }

    /// <summary>Preference of the client's own zone, with the shares worked out by the proxy; not with localityLbSetting.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("zoneAwareLbSetting")]
    public Input<ZoneAwareLbSettingArgs>? ZoneAwareLbSetting { get; set; }
}

/// <summary>Shares of the traffic that starts in one locality.</summary>
public sealed partial class LocalityDistributeArgs : ResourceArgs
{
    /// <summary>Locality of the clients, "region/zone/subzone" with "*" at the end.</summary>
    [Input("from")]
    public Input<string>? From { get; set; }

    [Input("to")]
    private InputMap<int>? _to;

    /// <summary>Percent per locality of the endpoints, 100 in all.</summary>
    public InputMap<int> To
    {
        get => _to ??= new();
        set => _to = value;
    }
}

/// <summary>Region that takes over from another one.</summary>
public sealed partial class LocalityFailoverArgs : ResourceArgs
{
    /// <summary>Region of the clients.</summary>
    [Input("from")]
    public Input<string>? From { get; set; }

    /// <summary>Region that is called when their own is unhealthy.</summary>
    [Input("to")]
    public Input<string>? To { get; set; }
}

/// <summary>Preference of near endpoints: one of distribution, failover or priority by labels.</summary>
public sealed partial class LocalityLbSettingArgs : ResourceArgs
{
    [Input("distribute")]
    private InputList<LocalityDistributeArgs>? _distribute;

    /// <summary>Shares of traffic from one locality to others.</summary>
    public InputList<LocalityDistributeArgs> Distribute
    {
        get => _distribute ??= new();
        set => _distribute = value;
    }

    /// <summary>Whether locality counts at all; default the mesh's setting.</summary>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("failover")]
    private InputList<LocalityFailoverArgs>? _failover;

    /// <summary>Region that takes over from an unhealthy one; needs outlier detection.</summary>
    public InputList<LocalityFailoverArgs> Failover
    {
        get => _failover ??= new();
        set => _failover = value;
    }

    [Input("failoverPriority")]
    private InputList<string>? _failoverPriority;

    /// <summary>Labels, in order, that an endpoint should share with the client or, as "key=value", carry; needs outlier
    /// detection.</summary>
    public InputList<string> FailoverPriority
    {
        get => _failoverPriority ??= new();
        set => _failoverPriority = value;
    }
}

/// <summary>Consistent hashing in a Maglev table.</summary>
public sealed partial class MaglevArgs : ResourceArgs
{
    /// <summary>Slots of the table, a prime below 5000011; default 65537.</summary>
    [Input("tableSize")]
    public Input<int>? TableSize { get; set; }
}

/// <summary>Ejection of endpoints that keep failing.</summary>
public sealed partial class OutlierDetectionArgs : ResourceArgs
{
    /// <summary>Shortest ejection, multiplied by the times ejected; default "30s".</summary>
    [Input("baseEjectionTime")]
    public Input<string>? BaseEjectionTime { get; set; }

    /// <summary>Server errors and failed connections in a row until ejection; default 5, 0 turns it off.</summary>
    [Input("consecutive5xxErrors")]
    public Input<int>? Consecutive5xxErrors { get; set; }

    /// <summary>Errors in a row until ejection; the older form of consecutive5xxErrors.</summary>
    [Obsolete("Use Consecutive5xxErrors or ConsecutiveGatewayErrors.")]
    [Input("consecutiveErrors")]
    public Input<int>? ConsecutiveErrors { get; set; }

    /// <summary>Answers 502, 503 or 504 in a row until ejection; default 0, off.</summary>
    [Input("consecutiveGatewayErrors")]
    public Input<int>? ConsecutiveGatewayErrors { get; set; }

    /// <summary>Failures to connect in a row until ejection, counted apart; default 5.</summary>
    [Input("consecutiveLocalOriginFailures")]
    public Input<int>? ConsecutiveLocalOriginFailures { get; set; }

    /// <summary>Percent of failed requests from which an endpoint is ejected, 0-100.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("failurePercentageThreshold")]
    public Input<int>? FailurePercentageThreshold { get; set; }

    /// <summary>Time between sweeps, at least "1ms"; default "10s".</summary>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>Percent of the endpoints that may be ejected, 0-100; default 10.</summary>
    [Input("maxEjectionPercent")]
    public Input<int>? MaxEjectionPercent { get; set; }

    /// <summary>Percent of healthy endpoints below which ejection stops, 0-100; default 0.</summary>
    [Input("minHealthPercent")]
    public Input<int>? MinHealthPercent { get; set; }

    [Input("outlierDetectionHttpErrorCodes")]
    private InputList<int>? _outlierDetectionHttpErrorCodes;

    /// <summary>Statuses that count as errors, 100-599; default those from 500.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<int> OutlierDetectionHttpErrorCodes
    {
        get => _outlierDetectionHttpErrorCodes ??= new();
        set => _outlierDetectionHttpErrorCodes = value;
    }

    /// <summary>Whether failures to connect count apart from answers; default false.</summary>
    [Input("splitExternalLocalOriginErrors")]
    public Input<bool>? SplitExternalLocalOriginErrors { get; set; }
}

/// <summary>Traffic policy of one port of a host.</summary>
public sealed partial class PortTrafficPolicyArgs : ResourceArgs
{
    /// <summary>Limits on connections and requests.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }

    /// <summary>Choice of the endpoint.</summary>
    [Input("loadBalancer")]
    public Input<LoadBalancerSettingsArgs>? LoadBalancer { get; set; }

    /// <summary>Ejection of failing endpoints.</summary>
    [Input("outlierDetection")]
    public Input<OutlierDetectionArgs>? OutlierDetection { get; set; }

    /// <summary>Port of the host that the settings are for.</summary>
    [Input("port")]
    public Input<PortSelectorArgs>? Port { get; set; }

    /// <summary>TLS towards the endpoints.</summary>
    [Input("tls")]
    public Input<ClientTlsSettingsArgs>? Tls { get; set; }
}

/// <summary>PROXY protocol header on upstream connections.</summary>
public sealed partial class ProxyProtocolArgs : ResourceArgs
{
    /// <summary>Version of the header; default V1.</summary>
    [Input("version")]
    public Input<ProxyProtocolVersion>? Version { get; set; }
}

/// <summary>Limit on concurrent retries by the load.</summary>
public sealed partial class RetryBudgetArgs : ResourceArgs
{
    /// <summary>Time over which requests are counted for the percentage, e.g. "10s".</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("budgetInterval")]
    public Input<string>? BudgetInterval { get; set; }

    /// <summary>Retries that are always allowed; default 3.</summary>
    [Input("minRetryConcurrency")]
    public Input<int>? MinRetryConcurrency { get; set; }

    /// <summary>Retries in percent of active and pending requests, 0-100; default 20.</summary>
    [Input("percent")]
    public Input<double>? Percent { get; set; }
}

/// <summary>Consistent hashing on a ring of virtual nodes.</summary>
public sealed partial class RingHashArgs : ResourceArgs
{
    /// <summary>Virtual nodes at least; default 1024.</summary>
    [Input("minimumRingSize")]
    public Input<int>? MinimumRingSize { get; set; }
}

/// <summary>Named part of a host's endpoints.</summary>
public sealed partial class SubsetArgs : ResourceArgs
{
    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels that an endpoint of the subset must all carry.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }

    /// <summary>Name that routes refer to, a DNS label.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Policy of the subset, on top of the host's.</summary>
    [Input("trafficPolicy")]
    public Input<TrafficPolicyArgs>? TrafficPolicy { get; set; }
}

/// <summary>How clients treat the endpoints of a host; at least one setting.</summary>
public sealed partial class TrafficPolicyArgs : ResourceArgs
{
    /// <summary>Limits on connections and requests.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }

    /// <summary>Choice of the endpoint.</summary>
    [Input("loadBalancer")]
    public Input<LoadBalancerSettingsArgs>? LoadBalancer { get; set; }

    /// <summary>Ejection of failing endpoints.</summary>
    [Input("outlierDetection")]
    public Input<OutlierDetectionArgs>? OutlierDetection { get; set; }

    [Input("portLevelSettings")]
    private InputList<PortTrafficPolicyArgs>? _portLevelSettings;

    /// <summary>Policies of single ports; one replaces the whole policy at its port.</summary>
    public InputList<PortTrafficPolicyArgs> PortLevelSettings
    {
        get => _portLevelSettings ??= new();
        set => _portLevelSettings = value;
    }

    /// <summary>PROXY protocol header on upstream connections.</summary>
    [Input("proxyProtocol")]
    public Input<ProxyProtocolArgs>? ProxyProtocol { get; set; }

    /// <summary>Limit on concurrent retries by the load.</summary>
    [Input("retryBudget")]
    public Input<RetryBudgetArgs>? RetryBudget { get; set; }

    /// <summary>TLS towards the endpoints; default automatic mutual TLS.</summary>
    [Input("tls")]
    public Input<ClientTlsSettingsArgs>? Tls { get; set; }

    /// <summary>Tunnel that TCP connections go through.</summary>
    [Input("tunnel")]
    public Input<TunnelArgs>? Tunnel { get; set; }
}

/// <summary>HTTP tunnel that TCP connections go through.</summary>
public sealed partial class TunnelArgs : ResourceArgs
{
    /// <summary>Method that opens the tunnel, CONNECT or POST; default CONNECT.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Host at the far end of the tunnel.</summary>
    [Input("targetHost", required: true)]
    public Input<string> TargetHost { get; set; } = null!;

    /// <summary>Port at the far end of the tunnel, 1-65535.</summary>
    [Input("targetPort", required: true)]
    public Input<int> TargetPort { get; set; } = null!;
}

/// <summary>Slow start of new endpoints.</summary>
public sealed partial class WarmupArgs : ResourceArgs
{
    /// <summary>Steepness of the growth; default 1.0, linear.</summary>
    [Input("aggression")]
    public Input<double>? Aggression { get; set; }

    /// <summary>Time until an endpoint gets its full share, e.g. "30s".</summary>
    [Input("duration", required: true)]
    public Input<string> Duration { get; set; } = null!;

    /// <summary>Percent of the full share at the start, 0-100; default 10.</summary>
    [Input("minimumPercent")]
    public Input<double>? MinimumPercent { get; set; }
}

/// <summary>Preference of the client's own zone, with the shares worked out by the proxy; waypoints go by locality instead.</summary>
/// <remarks>Since Istio 1.31.</remarks>
public sealed partial class ZoneAwareLbSettingArgs : ResourceArgs
{
    /// <summary>Whether zones count at all; default true.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("failover")]
    private InputList<LocalityFailoverArgs>? _failover;

    /// <summary>Region that takes over from an unhealthy one; needs outlier detection.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<LocalityFailoverArgs> Failover
    {
        get => _failover ??= new();
        set => _failover = value;
    }

    [Input("failoverPriority")]
    private InputList<string>? _failoverPriority;

    /// <summary>Labels, in order, to share with the client, none of region, zone or subzone; needs outlier detection.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<string> FailoverPriority
    {
        get => _failoverPriority ??= new();
        set => _failoverPriority = value;
    }

    /// <summary>Endpoints in the client's region below which zones do not count, at least 1; default Envoy's.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("minClusterSize")]
    public Input<int>? MinClusterSize { get; set; }
}

/// <summary>Kind of TLS towards the called host.</summary>
[EnumType]
public readonly record struct ClientTlsMode
{
    private readonly string _name;

    private ClientTlsMode(string name) => _name = name;

    /// <summary>No TLS.</summary>
    public static ClientTlsMode Disable { get; } = new("DISABLE");

    /// <summary>TLS in which only the server shows a certificate.</summary>
    public static ClientTlsMode Simple { get; } = new("SIMPLE");

    /// <summary>Mutual TLS with certificates of one's own.</summary>
    public static ClientTlsMode Mutual { get; } = new("MUTUAL");

    /// <summary>Mutual TLS with the certificates that Istio issues.</summary>
    public static ClientTlsMode IstioMutual { get; } = new("ISTIO_MUTUAL");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Disable._name, Simple._name, Mutual._name, IstioMutual._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ClientTlsMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ClientTlsMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Load balancing without affinity.</summary>
[EnumType]
public readonly record struct LoadBalancerAlgorithm
{
    private readonly string _name;

    private LoadBalancerAlgorithm(string name) => _name = name;

    /// <summary>Istio's choice, least request.</summary>
    public static LoadBalancerAlgorithm Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>Older name of least request.</summary>
    public static LoadBalancerAlgorithm LeastConn { get; } = new("LEAST_CONN");

    /// <summary>Any healthy endpoint.</summary>
    public static LoadBalancerAlgorithm Random { get; } = new("RANDOM");

    /// <summary>The address that the client asked for, without balancing.</summary>
    public static LoadBalancerAlgorithm Passthrough { get; } = new("PASSTHROUGH");

    /// <summary>One endpoint after the other.</summary>
    public static LoadBalancerAlgorithm RoundRobin { get; } = new("ROUND_ROBIN");

    /// <summary>The less busy of a few endpoints.</summary>
    public static LoadBalancerAlgorithm LeastRequest { get; } = new("LEAST_REQUEST");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [Unspecified._name, LeastConn._name, Random._name, Passthrough._name, RoundRobin._name, LeastRequest._name];

    /// <summary>Value of a name on the wire.</summary>
    public static LoadBalancerAlgorithm Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(LoadBalancerAlgorithm value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Version of the PROXY protocol.</summary>
[EnumType]
public readonly record struct ProxyProtocolVersion
{
    private readonly string _name;

    private ProxyProtocolVersion(string name) => _name = name;

    /// <summary>Text header.</summary>
    public static ProxyProtocolVersion V1 { get; } = new("V1");

    /// <summary>Binary header.</summary>
    public static ProxyProtocolVersion V2 { get; } = new("V2");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [V1._name, V2._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ProxyProtocolVersion Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ProxyProtocolVersion value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
