// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>Telemetry spec.accessLogging[].</summary>
internal sealed partial record AccessLogging : IIstioNode
{
    public bool? Disabled { get; init; }

    public AccessLoggingFilter? Filter { get; init; }

    public TelemetryMatch? Match { get; init; }

    public IReadOnlyList<TelemetryProvider> Providers { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("disabled", Disabled);
        tree.Add("filter", Filter);
        tree.Add("match", Match);
        tree.Add("providers", Providers);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.accessLogging[].filter.</summary>
internal sealed partial record AccessLoggingFilter : IIstioNode
{
    public string? Expression { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("expression", Expression);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].customTags.*.</summary>
internal sealed partial record CustomTag : IIstioNode
{
    public CustomTagEnvironment? Environment { get; init; }

    public CustomTagFormatter? Formatter { get; init; }

    public CustomTagHeader? Header { get; init; }

    public CustomTagLiteral? Literal { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("environment", Environment);
        tree.Add("formatter", Formatter);
        tree.Add("header", Header);
        tree.Add("literal", Literal);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].customTags.*.environment.</summary>
internal sealed partial record CustomTagEnvironment : IIstioNode
{
    public string? DefaultValue { get; init; }

    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("defaultValue", DefaultValue);
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].customTags.*.formatter.</summary>
internal sealed partial record CustomTagFormatter : IIstioNode
{
    public string? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].customTags.*.header.</summary>
internal sealed partial record CustomTagHeader : IIstioNode
{
    public string? DefaultValue { get; init; }

    public string? Name { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("defaultValue", DefaultValue);
        tree.Add("name", Name);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].customTags.*.literal.</summary>
internal sealed partial record CustomTagLiteral : IIstioNode
{
    public string? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.metrics[].</summary>
internal sealed partial record Metrics : IIstioNode
{
    public IReadOnlyList<MetricsOverride> Overrides { get; init; } = [];

    public IReadOnlyList<TelemetryProvider> Providers { get; init; } = [];

    public string? ReportingInterval { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("overrides", Overrides);
        tree.Add("providers", Providers);
        tree.Add("reportingInterval", ReportingInterval);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.metrics[].overrides[].match.</summary>
internal sealed partial record MetricsMatch : IIstioNode
{
    public string? CustomMetric { get; init; }

    public string? Metric { get; init; }

    public string? Mode { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("customMetric", CustomMetric);
        tree.Add("metric", Metric);
        tree.Add("mode", Mode);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.metrics[].overrides[].</summary>
internal sealed partial record MetricsOverride : IIstioNode
{
    public bool? Disabled { get; init; }

    public MetricsMatch? Match { get; init; }

    public IReadOnlyDictionary<string, TagOverride>? TagOverrides { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("disabled", Disabled);
        tree.Add("match", Match);
        tree.Add("tagOverrides", TagOverrides);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.metrics[].overrides[].tagOverrides.*.</summary>
internal sealed partial record TagOverride : IIstioNode
{
    public string? Operation { get; init; }

    public string? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("operation", Operation);
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].match.</summary>
internal sealed partial record TelemetryMatch : IIstioNode
{
    public string? Mode { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("mode", Mode);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.metrics[].providers[].</summary>
internal sealed partial record TelemetryProvider : IIstioNode
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

/// <summary>Telemetry spec.</summary>
internal sealed partial record TelemetrySpec : IIstioNode
{
    public IReadOnlyList<AccessLogging> AccessLogging { get; init; } = [];

    public IReadOnlyList<Metrics> Metrics { get; init; } = [];

    public MatchLabelsSelector? Selector { get; init; }

    public PolicyTargetReference? TargetRef { get; init; }

    public IReadOnlyList<PolicyTargetReference> TargetRefs { get; init; } = [];

    public IReadOnlyList<Tracing> Tracing { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("accessLogging", AccessLogging);
        tree.Add("metrics", Metrics);
        tree.Add("selector", Selector);
        tree.Add("targetRef", TargetRef);
        tree.Add("targetRefs", TargetRefs);
        tree.Add("tracing", Tracing);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.tracing[].</summary>
internal sealed partial record Tracing : IIstioNode
{
    public IReadOnlyDictionary<string, CustomTag>? CustomTags { get; init; }

    public bool? DisableContextPropagation { get; init; }

    public bool? DisableSpanReporting { get; init; }

    public bool? EnableIstioTags { get; init; }

    public TelemetryMatch? Match { get; init; }

    public IReadOnlyList<TelemetryProvider> Providers { get; init; } = [];

    public double? RandomSamplingPercentage { get; init; }

    public bool? UseRequestIdForTraceSampling { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("customTags", CustomTags);
        tree.Add("disableContextPropagation", DisableContextPropagation);
        tree.Add("disableSpanReporting", DisableSpanReporting);
        tree.Add("enableIstioTags", EnableIstioTags);
        tree.Add("match", Match);
        tree.Add("providers", Providers);
        tree.Add("randomSamplingPercentage", RandomSamplingPercentage);
        tree.Add("useRequestIdForTraceSampling", UseRequestIdForTraceSampling);
        return tree.ToTree();
    }
}

internal static class TagOperation
{
    public const string Upsert = "UPSERT";
    public const string Remove = "REMOVE";
}

internal static class TelemetryMetric
{
    public const string AllMetrics = "ALL_METRICS";
    public const string RequestCount = "REQUEST_COUNT";
    public const string RequestDuration = "REQUEST_DURATION";
    public const string RequestSize = "REQUEST_SIZE";
    public const string ResponseSize = "RESPONSE_SIZE";
    public const string TcpOpenedConnections = "TCP_OPENED_CONNECTIONS";
    public const string TcpClosedConnections = "TCP_CLOSED_CONNECTIONS";
    public const string TcpSentBytes = "TCP_SENT_BYTES";
    public const string TcpReceivedBytes = "TCP_RECEIVED_BYTES";
    public const string GrpcRequestMessages = "GRPC_REQUEST_MESSAGES";
    public const string GrpcResponseMessages = "GRPC_RESPONSE_MESSAGES";
}

internal static class TelemetryMode
{
    public const string ClientAndServer = "CLIENT_AND_SERVER";
    public const string Client = "CLIENT";
    public const string Server = "SERVER";
}
