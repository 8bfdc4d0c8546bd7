// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Metrics, access logs and traces of workloads (telemetry.istio.io/v1).</summary>
public sealed class Telemetry(string name, TelemetryArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="Telemetry"/>.</summary>
public sealed class TelemetryArgs() : CustomResourceArgs("telemetry.istio.io/v1", "Telemetry")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<TelemetrySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Access logs of some traffic.</summary>
public sealed partial class AccessLoggingArgs : ResourceArgs
{
    /// <summary>Whether these logs are turned off; default false.</summary>
    [Input("disabled")]
    public Input<bool>? Disabled { get; set; }

    /// <summary>Requests that are logged; default all.</summary>
    [Input("filter")]
    public Input<AccessLoggingFilterArgs>? Filter { get; set; }

    /// <summary>Traffic that it is for; default both directions.</summary>
    [Input("match")]
    public Input<TelemetryMatchArgs>? Match { get; set; }

    [Input("providers")]
    private InputList<TelemetryProviderArgs>? _providers;

    /// <summary>Where the logs go; default the mesh's providers.</summary>
    public InputList<TelemetryProviderArgs> Providers
    {
        get => _providers ??= new();
        set => _providers = value;
    }
}

/// <summary>Requests that are logged.</summary>
public sealed partial class AccessLoggingFilterArgs : ResourceArgs
{
    /// <summary>CEL expression over a request's attributes, such as "response.code >= 400".</summary>
    [Input("expression")]
    public Input<string>? Expression { get; set; }
}

/// <summary>Value of a tag of a span: exactly one of four sources.</summary>
public sealed partial class CustomTagArgs : ResourceArgs
{
    /// <summary>A variable of the proxy's environment; not with another source.</summary>
    [Input("environment")]
    public Input<CustomTagEnvironmentArgs>? Environment { get; set; }

    /// <summary>An access log format; not with another source.</summary>
    [Input("formatter")]
    public Input<CustomTagFormatterArgs>? Formatter { get; set; }

    /// <summary>A header of the request; not with another source.</summary>
    [Input("header")]
    public Input<CustomTagHeaderArgs>? Header { get; set; }

    /// <summary>A fixed text; not with another source.</summary>
    [Input("literal")]
    public Input<CustomTagLiteralArgs>? Literal { get; set; }
}

/// <summary>Value from the environment of the proxy.</summary>
public sealed partial class CustomTagEnvironmentArgs : ResourceArgs
{
    /// <summary>Value where there is no such variable.</summary>
    [Input("defaultValue")]
    public Input<string>? DefaultValue { get; set; }

    /// <summary>Name of the variable.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

/// <summary>Value in the words of Envoy's access log format.</summary>
public sealed partial class CustomTagFormatterArgs : ResourceArgs
{
    /// <summary>Format with command operators, such as "%REQUEST_DURATION%".</summary>
    [Input("value", required: true)]
    public Input<string> Value { get; set; } = null!;
}

/// <summary>Value from a header of the request.</summary>
public sealed partial class CustomTagHeaderArgs : ResourceArgs
{
    /// <summary>Value where there is no such header.</summary>
    [Input("defaultValue")]
    public Input<string>? DefaultValue { get; set; }

    /// <summary>Name of the header.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

/// <summary>Fixed value.</summary>
public sealed partial class CustomTagLiteralArgs : ResourceArgs
{
    /// <summary>The value.</summary>
    [Input("value", required: true)]
    public Input<string> Value { get; set; } = null!;
}

/// <summary>Metrics of some providers.</summary>
public sealed partial class MetricsArgs : ResourceArgs
{
    [Input("overrides")]
    private InputList<MetricsOverrideArgs>? _overrides;

    /// <summary>Changes to metrics, in order.</summary>
    public InputList<MetricsOverrideArgs> Overrides
    {
        get => _overrides ??= new();
        set => _overrides = value;
    }

    [Input("providers")]
    private InputList<TelemetryProviderArgs>? _providers;

    /// <summary>Where the metrics go; default the mesh's providers.</summary>
    public InputList<TelemetryProviderArgs> Providers
    {
        get => _providers ??= new();
        set => _providers = value;
    }

    /// <summary>Time between reports to TCP metrics, e.g. "5s", at least "1ms"; default "5s".</summary>
    [Input("reportingInterval")]
    public Input<string>? ReportingInterval { get; set; }
}

/// <summary>Metrics that a change is for.</summary>
public sealed partial class MetricsMatchArgs : ResourceArgs
{
    /// <summary>Name of a metric that is not one of Istio's; not with metric.</summary>
    [Input("customMetric")]
    public Input<string>? CustomMetric { get; set; }

    /// <summary>One of Istio's metrics; default all; not with customMetric.</summary>
    [Input("metric")]
    public Input<TelemetryMetric>? Metric { get; set; }

    /// <summary>Side that reports it; default both.</summary>
    [Input("mode")]
    public Input<TelemetryMode>? Mode { get; set; }
}

/// <summary>Change to some metrics.</summary>
public sealed partial class MetricsOverrideArgs : ResourceArgs
{
    /// <summary>Whether the metrics are turned off; default false.</summary>
    [Input("disabled")]
    public Input<bool>? Disabled { get; set; }

    /// <summary>Metrics that are changed; default all.</summary>
    [Input("match")]
    public Input<MetricsMatchArgs>? Match { get; set; }

    [Input("tagOverrides")]
    private InputMap<TagOverrideArgs>? _tagOverrides;

    /// <summary>Changes to labels of the metrics, by the label's name.</summary>
    public InputMap<TagOverrideArgs> TagOverrides
    {
        get => _tagOverrides ??= new();
        set => _tagOverrides = value;
    }
}

/// <summary>Change to a label of a metric.</summary>
public sealed partial class TagOverrideArgs : ResourceArgs
{
    /// <summary>What happens to the label; default UPSERT.</summary>
    [Input("operation")]
    public Input<TagOperation>? Operation { get; set; }

    /// <summary>CEL expression for the value; UPSERT only, and required there.</summary>
    [Input("value")]
    public Input<string>? Value { get; set; }
}

/// <summary>Traffic by the side that the workload is on.</summary>
public sealed partial class TelemetryMatchArgs : ResourceArgs
{
    /// <summary>Side of the workload; default both.</summary>
    [Input("mode")]
    public Input<TelemetryMode>? Mode { get; set; }
}

/// <summary>Provider of logs, metrics or traces.</summary>
public sealed partial class TelemetryProviderArgs : ResourceArgs
{
    /// <summary>Name among the extension providers of the mesh's configuration.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}

/// <summary>Workloads, and what is told of their traffic.</summary>
public sealed partial class TelemetrySpecArgs : ResourceArgs
{
    [Input("accessLogging")]
    private InputList<AccessLoggingArgs>? _accessLogging;

    /// <summary>Access logs.</summary>
    public InputList<AccessLoggingArgs> AccessLogging
    {
        get => _accessLogging ??= new();
        set => _accessLogging = value;
    }

    [Input("metrics")]
    private InputList<MetricsArgs>? _metrics;

    /// <summary>Metrics.</summary>
    public InputList<MetricsArgs> Metrics
    {
        get => _metrics ??= new();
        set => _metrics = value;
    }

    /// <summary>Workloads that it is for; default all of the namespace; not with target references.</summary>
    [Input("selector")]
    public Input<MatchLabelsSelectorArgs>? Selector { get; set; }

    /// <summary>Object that it is attached to; the older form of targetRefs.</summary>
    [Obsolete("Use TargetRefs.")]
    [Input("targetRef")]
    public Input<PolicyTargetReferenceArgs>? TargetRef { get; set; }

    [Input("targetRefs")]
    private InputList<PolicyTargetReferenceArgs>? _targetRefs;

    /// <summary>Objects that it is attached to, up to 16; not with a selector.</summary>
    public InputList<PolicyTargetReferenceArgs> TargetRefs
    {
        get => _targetRefs ??= new();
        set => _targetRefs = value;
    }

    [Input("tracing")]
    private InputList<TracingArgs>? _tracing;

    /// <summary>Traces.</summary>
    public InputList<TracingArgs> Tracing
    {
        get => _tracing ??= new();
        set => _tracing = value;
    }
}

/// <summary>Traces of some traffic.</summary>
public sealed partial class TracingArgs : ResourceArgs
{
    [Input("customTags")]
    private InputMap<CustomTagArgs>? _customTags;

    /// <summary>Further tags of spans, by name.</summary>
    public InputMap<CustomTagArgs> CustomTags
    {
        get => _customTags ??= new();
        set => _customTags = value;
    }

    /// <summary>Whether headers of a trace are not passed on; default false.</summary>
    [Input("disableContextPropagation")]
    public Input<bool>? DisableContextPropagation { get; set; }

    /// <summary>Whether no spans are reported, while headers still are passed on; default false.</summary>
    [Input("disableSpanReporting")]
    public Input<bool>? DisableSpanReporting { get; set; }

    /// <summary>Whether spans carry Istio's own tags; default true.</summary>
    [Input("enableIstioTags")]
    public Input<bool>? EnableIstioTags { get; set; }

    /// <summary>Traffic that it is for; default both directions.</summary>
    [Input("match")]
    public Input<TelemetryMatchArgs>? Match { get; set; }

    [Input("providers")]
    private InputList<TelemetryProviderArgs>? _providers;

    /// <summary>Where spans go, one at most; default the mesh's provider.</summary>
    public InputList<TelemetryProviderArgs> Providers
    {
        get => _providers ??= new();
        set => _providers = value;
    }

    /// <summary>Percent of the requests that are traced where the caller has not decided, 0-100, in steps of 0.01.</summary>
    [Input("randomSamplingPercentage")]
    public Input<double>? RandomSamplingPercentage { get; set; }

    /// <summary>Whether the request id decides about sampling and carries the decision; default true.</summary>
    [Input("useRequestIdForTraceSampling")]
    public Input<bool>? UseRequestIdForTraceSampling { get; set; }
}

/// <summary>What happens to a label of a metric.</summary>
[EnumType]
public readonly record struct TagOperation
{
    private readonly string _name;

    private TagOperation(string name) => _name = name;

    /// <summary>It gets the value, and is added where it is missing.</summary>
    public static TagOperation Upsert { get; } = new("UPSERT");

    /// <summary>It is left out.</summary>
    public static TagOperation Remove { get; } = new("REMOVE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Upsert._name, Remove._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TagOperation Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TagOperation value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>One of Istio's metrics.</summary>
[EnumType]
public readonly record struct TelemetryMetric
{
    private readonly string _name;

    private TelemetryMetric(string name) => _name = name;

    /// <summary>All of them.</summary>
    public static TelemetryMetric AllMetrics { get; } = new("ALL_METRICS");

    /// <summary>Requests of HTTP and gRPC.</summary>
    public static TelemetryMetric RequestCount { get; } = new("REQUEST_COUNT");

    /// <summary>How long requests took.</summary>
    public static TelemetryMetric RequestDuration { get; } = new("REQUEST_DURATION");

    /// <summary>Sizes of requests' bodies.</summary>
    public static TelemetryMetric RequestSize { get; } = new("REQUEST_SIZE");

    /// <summary>Sizes of answers' bodies.</summary>
    public static TelemetryMetric ResponseSize { get; } = new("RESPONSE_SIZE");

    /// <summary>TCP connections that were opened.</summary>
    public static TelemetryMetric TcpOpenedConnections { get; } = new("TCP_OPENED_CONNECTIONS");

    /// <summary>TCP connections that were closed.</summary>
    public static TelemetryMetric TcpClosedConnections { get; } = new("TCP_CLOSED_CONNECTIONS");

    /// <summary>Bytes sent on TCP connections.</summary>
    public static TelemetryMetric TcpSentBytes { get; } = new("TCP_SENT_BYTES");

    /// <summary>Bytes received on TCP connections.</summary>
    public static TelemetryMetric TcpReceivedBytes { get; } = new("TCP_RECEIVED_BYTES");

    /// <summary>gRPC messages that were sent by clients.</summary>
    public static TelemetryMetric GrpcRequestMessages { get; } = new("GRPC_REQUEST_MESSAGES");

    /// <summary>gRPC messages that were sent by servers.</summary>
    public static TelemetryMetric GrpcResponseMessages { get; } = new("GRPC_RESPONSE_MESSAGES");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        AllMetrics._name,
        RequestCount._name,
        RequestDuration._name,
        RequestSize._name,
        ResponseSize._name,
        TcpOpenedConnections._name,
        TcpClosedConnections._name,
        TcpSentBytes._name,
        TcpReceivedBytes._name,
        GrpcRequestMessages._name,
        GrpcResponseMessages._name,
    ];

    /// <summary>Value of a name on the wire.</summary>
    public static TelemetryMetric Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TelemetryMetric value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Side of a request.</summary>
[EnumType]
public readonly record struct TelemetryMode
{
    private readonly string _name;

    private TelemetryMode(string name) => _name = name;

    /// <summary>Both.</summary>
    public static TelemetryMode ClientAndServer { get; } = new("CLIENT_AND_SERVER");

    /// <summary>The caller's.</summary>
    public static TelemetryMode Client { get; } = new("CLIENT");

    /// <summary>The server's.</summary>
    public static TelemetryMode Server { get; } = new("SERVER");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [ClientAndServer._name, Client._name, Server._name];

    /// <summary>Value of a name on the wire.</summary>
    public static TelemetryMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(TelemetryMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
