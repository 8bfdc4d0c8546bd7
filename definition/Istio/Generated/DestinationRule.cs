// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.backendUtilization.</summary>
internal sealed partial record BackendUtilization : IIstioNode
{
    public int? ErrorUtilizationPenaltyPercent { get; init; }

    public IReadOnlyList<string> MetricNamesForComputingUtilization { get; init; } = [];

    public string? WeightExpirationPeriod { get; init; }

    public string? WeightStabilizationPeriod { get; init; }

    public string? WeightUpdatePeriod { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("errorUtilizationPenaltyPercent", ErrorUtilizationPenaltyPercent);
        tree.Add("metricNamesForComputingUtilization", MetricNamesForComputingUtilization);
        tree.Add("weightExpirationPeriod", WeightExpirationPeriod);
        tree.Add("weightStabilizationPeriod", WeightStabilizationPeriod);
        tree.Add("weightUpdatePeriod", WeightUpdatePeriod);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.tls.</summary>
internal sealed partial record ClientTlsSettings : IIstioNode
{
    public string? CaCertCredentialName { get; init; }

    public string? CaCertificates { get; init; }

    public string? CaCrl { get; init; }

    public string? ClientCertificate { get; init; }

    public string? CredentialName { get; init; }

    public bool? InsecureSkipVerify { get; init; }

    public string? Mode { get; init; }

    public string? PrivateKey { get; init; }

    public string? Sni { get; init; }

    public IReadOnlyList<string> SubjectAltNames { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("caCertCredentialName", CaCertCredentialName);
        tree.Add("caCertificates", CaCertificates);
        tree.Add("caCrl", CaCrl);
        tree.Add("clientCertificate", ClientCertificate);
        tree.Add("credentialName", CredentialName);
        tree.Add("insecureSkipVerify", InsecureSkipVerify);
        tree.Add("mode", Mode);
        tree.Add("privateKey", PrivateKey);
        tree.Add("sni", Sni);
        tree.Add("subjectAltNames", SubjectAltNames);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.consistentHash.</summary>
internal sealed partial record ConsistentHash : IIstioNode
{
    public HttpCookie? Cookie { get; init; }

    public string? HttpHeaderName { get; init; }

    public string? HttpQueryParameterName { get; init; }

    public Maglev? Maglev { get; init; }

    public int? MinimumRingSize { get; init; }

    public RingHash? RingHash { get; init; }

    public bool? UseSourceIp { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("httpCookie", Cookie);
        tree.Add("httpHeaderName", HttpHeaderName);
        tree.Add("httpQueryParameterName", HttpQueryParameterName);
        tree.Add("maglev", Maglev);
        tree.Add("minimumRingSize", MinimumRingSize);
        tree.Add("ringHash", RingHash);
        tree.Add("useSourceIp", UseSourceIp);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.</summary>
internal sealed partial record DestinationRuleSpec : IIstioNode
{
    public IReadOnlyList<string> ExportTo { get; init; } = [];

    public string? Host { get; init; }

    public IReadOnlyList<Subset> Subsets { get; init; } = [];

    public TrafficPolicy? TrafficPolicy { get; init; }

    public MatchLabelsSelector? WorkloadSelector { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("exportTo", ExportTo);
        tree.Add("host", Host);
        tree.Add("subsets", Subsets);
        tree.Add("trafficPolicy", TrafficPolicy);
        tree.Add("workloadSelector", WorkloadSelector);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.</summary>
internal sealed partial record HttpCookie : IIstioNode
{
    public IReadOnlyList<HttpCookieAttribute> Attributes { get; init; } = [];

    public string? Name { get; init; }

    public string? Path { get; init; }

    public string? Ttl { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("attributes", Attributes);
        tree.Add("name", Name);
        tree.Add("path", Path);
        tree.Add("ttl", Ttl);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes[].</summary>
internal sealed partial record HttpCookieAttribute : IIstioNode
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.</summary>
internal sealed partial record LoadBalancerSettings : IIstioNode
{
    public BackendUtilization? Utilization { get; init; }

    public ConsistentHash? Hash { get; init; }

    public LocalityLbSetting? LocalityLbSetting { get; init; }

    public string? Algorithm { get; init; }

    public Warmup? Warmup { get; init; }

    public string? WarmupDurationSecs { get; init; }

    public ZoneAwareLbSetting? ZoneAwareLbSetting { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("backendUtilization", Utilization);
        tree.Add("consistentHash", Hash);
        tree.Add("localityLbSetting", LocalityLbSetting);
        tree.Add("simple", Algorithm);
        tree.Add("warmup", Warmup);
        tree.Add("warmupDurationSecs", WarmupDurationSecs);
        tree.Add("zoneAwareLbSetting", ZoneAwareLbSetting);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[].</summary>
internal sealed partial record LocalityDistribute : IIstioNode
{
    public string? From { get; init; }

    public IReadOnlyDictionary<string, int>? To { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("from", From);
        tree.Add("to", To);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.localityLbSetting.failover[].</summary>
internal sealed partial record LocalityFailover : IIstioNode
{
    public string? From { get; init; }

    public string? To { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("from", From);
        tree.Add("to", To);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.localityLbSetting.</summary>
internal sealed partial record LocalityLbSetting : IIstioNode
{
    public IReadOnlyList<LocalityDistribute> Distribute { get; init; } = [];

    public bool? Enabled { get; init; }

    public IReadOnlyList<LocalityFailover> Failover { get; init; } = [];

    public IReadOnlyList<string> FailoverPriority { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("distribute", Distribute);
        tree.Add("enabled", Enabled);
        tree.Add("failover", Failover);
        tree.Add("failoverPriority", FailoverPriority);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.consistentHash.maglev.</summary>
internal sealed partial record Maglev : IIstioNode
{
    public int? TableSize { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("tableSize", TableSize);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.outlierDetection.</summary>
internal sealed partial record OutlierDetection : IIstioNode
{
    public string? BaseEjectionTime { get; init; }

    public int? Consecutive5xxErrors { get; init; }

    public int? ConsecutiveErrors { get; init; }

    public int? ConsecutiveGatewayErrors { get; init; }

    public int? ConsecutiveLocalOriginFailures { get; init; }

    public int? FailurePercentageThreshold { get; init; }

    public string? Interval { get; init; }

    public int? MaxEjectionPercent { get; init; }

    public int? MinHealthPercent { get; init; }

    public IReadOnlyList<int> OutlierDetectionHttpErrorCodes { get; init; } = [];

    public bool? SplitExternalLocalOriginErrors { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("baseEjectionTime", BaseEjectionTime);
        tree.Add("consecutive5xxErrors", Consecutive5xxErrors);
        tree.Add("consecutiveErrors", ConsecutiveErrors);
        tree.Add("consecutiveGatewayErrors", ConsecutiveGatewayErrors);
        tree.Add("consecutiveLocalOriginFailures", ConsecutiveLocalOriginFailures);
        tree.Add("failurePercentageThreshold", FailurePercentageThreshold);
        tree.Add("interval", Interval);
        tree.Add("maxEjectionPercent", MaxEjectionPercent);
        tree.Add("minHealthPercent", MinHealthPercent);
        tree.Add("outlierDetectionHttpErrorCodes", OutlierDetectionHttpErrorCodes);
        tree.Add("splitExternalLocalOriginErrors", SplitExternalLocalOriginErrors);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.portLevelSettings[].</summary>
internal sealed partial record PortTrafficPolicy : IIstioNode
{
    public ConnectionPoolSettings? ConnectionPool { get; init; }

    public LoadBalancerSettings? LoadBalancer { get; init; }

    public OutlierDetection? OutlierDetection { get; init; }

    public PortSelector? Port { get; init; }

    public ClientTlsSettings? Tls { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("connectionPool", ConnectionPool);
        tree.Add("loadBalancer", LoadBalancer);
        tree.Add("outlierDetection", OutlierDetection);
        tree.Add("port", Port);
        tree.Add("tls", Tls);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.proxyProtocol.</summary>
internal sealed partial record ProxyProtocol : IIstioNode
{
    public string? Version { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("version", Version);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.retryBudget.</summary>
internal sealed partial record RetryBudget : IIstioNode
{
    public string? BudgetInterval { get; init; }

    public int? MinRetryConcurrency { get; init; }

    public double? Percent { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("budgetInterval", BudgetInterval);
        tree.Add("minRetryConcurrency", MinRetryConcurrency);
        tree.Add("percent", Percent);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.consistentHash.ringHash.</summary>
internal sealed partial record RingHash : IIstioNode
{
    public int? MinimumRingSize { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("minimumRingSize", MinimumRingSize);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.subsets[].</summary>
internal sealed partial record Subset : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? Name { get; init; }

    public TrafficPolicy? TrafficPolicy { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("labels", Labels);
        tree.Add("name", Name);
        tree.Add("trafficPolicy", TrafficPolicy);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.</summary>
internal sealed partial record TrafficPolicy : IIstioNode
{
    public ConnectionPoolSettings? ConnectionPool { get; init; }

    public LoadBalancerSettings? LoadBalancer { get; init; }

    public OutlierDetection? OutlierDetection { get; init; }

    public IReadOnlyList<PortTrafficPolicy> PortLevelSettings { get; init; } = [];

    public ProxyProtocol? ProxyProtocol { get; init; }

    public RetryBudget? RetryBudget { get; init; }

    public ClientTlsSettings? Tls { get; init; }

    public Tunnel? Tunnel { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("connectionPool", ConnectionPool);
        tree.Add("loadBalancer", LoadBalancer);
        tree.Add("outlierDetection", OutlierDetection);
        tree.Add("portLevelSettings", PortLevelSettings);
        tree.Add("proxyProtocol", ProxyProtocol);
        tree.Add("retryBudget", RetryBudget);
        tree.Add("tls", Tls);
        tree.Add("tunnel", Tunnel);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.tunnel.</summary>
internal sealed partial record Tunnel : IIstioNode
{
    public string? Protocol { get; init; }

    public string? TargetHost { get; init; }

    public int? TargetPort { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("protocol", Protocol);
        tree.Add("targetHost", TargetHost);
        tree.Add("targetPort", TargetPort);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.warmup.</summary>
internal sealed partial record Warmup : IIstioNode
{
    public double? Aggression { get; init; }

    public string? Duration { get; init; }

    public double? MinimumPercent { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("aggression", Aggression);
        tree.Add("duration", Duration);
        tree.Add("minimumPercent", MinimumPercent);
        return tree.ToTree();
    }
}

/// <summary>DestinationRule spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.</summary>
internal sealed partial record ZoneAwareLbSetting : IIstioNode
{
    public bool? Enabled { get; init; }

    public IReadOnlyList<LocalityFailover> Failover { get; init; } = [];

    public IReadOnlyList<string> FailoverPriority { get; init; } = [];

    public int? MinClusterSize { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("enabled", Enabled);
        tree.Add("failover", Failover);
        tree.Add("failoverPriority", FailoverPriority);
        tree.Add("minClusterSize", MinClusterSize);
        return tree.ToTree();
    }
}

internal static class ClientTlsMode
{
    public const string Disable = "DISABLE";
    public const string Simple = "SIMPLE";
    public const string Mutual = "MUTUAL";
    public const string IstioMutual = "ISTIO_MUTUAL";
}

internal static class LoadBalancerAlgorithm
{
    public const string Unspecified = "UNSPECIFIED";
    public const string LeastConn = "LEAST_CONN";
    public const string Random = "RANDOM";
    public const string Passthrough = "PASSTHROUGH";
    public const string RoundRobin = "ROUND_ROBIN";
    public const string LeastRequest = "LEAST_REQUEST";
}

internal static class ProxyProtocolVersion
{
    public const string V1 = "V1";
    public const string V2 = "V2";
}
