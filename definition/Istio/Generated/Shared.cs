// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>Sidecar spec.inboundConnectionPool.</summary>
internal sealed partial record ConnectionPoolSettings : IIstioNode
{
    public HttpConnectionPool? Http { get; init; }

    public TcpConnectionPool? Tcp { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("http", Http);
        tree.Add("tcp", Tcp);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].mirror.</summary>
internal sealed partial record Destination : IIstioNode
{
    public string? Host { get; init; }

    public PortSelector? Port { get; init; }

    public string? Subset { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("host", Host);
        tree.Add("port", Port);
        tree.Add("subset", Subset);
        return tree.ToTree();
    }
}

/// <summary>WasmPlugin spec.vmConfig.env[].</summary>
internal sealed partial record EnvVar : IIstioNode
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? ValueFrom { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("value", Value);
        tree.Add("valueFrom", ValueFrom);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.inboundConnectionPool.http.http2KeepAlive.</summary>
internal sealed partial record Http2KeepAlive : IIstioNode
{
    public string? Interval { get; init; }

    public string? Timeout { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("interval", Interval);
        tree.Add("timeout", Timeout);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.inboundConnectionPool.http.</summary>
internal sealed partial record HttpConnectionPool : IIstioNode
{
    public string? H2UpgradePolicy { get; init; }

    public int? Http1MaxPendingRequests { get; init; }

    public Http2KeepAlive? Http2KeepAlive { get; init; }

    public int? Http2MaxRequests { get; init; }

    public string? IdleTimeout { get; init; }

    public int? MaxConcurrentStreams { get; init; }

    public int? MaxRequestsPerConnection { get; init; }

    public int? MaxRetries { get; init; }

    public bool? UseClientProtocol { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("h2UpgradePolicy", H2UpgradePolicy);
        tree.Add("http1MaxPendingRequests", Http1MaxPendingRequests);
        tree.Add("http2KeepAlive", Http2KeepAlive);
        tree.Add("http2MaxRequests", Http2MaxRequests);
        tree.Add("idleTimeout", IdleTimeout);
        tree.Add("maxConcurrentStreams", MaxConcurrentStreams);
        tree.Add("maxRequestsPerConnection", MaxRequestsPerConnection);
        tree.Add("maxRetries", MaxRetries);
        tree.Add("useClientProtocol", UseClientProtocol);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.selector.</summary>
internal sealed partial record MatchLabelsSelector : IIstioNode
{
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("matchLabels", MatchLabels);
        return tree.ToTree();
    }
}

/// <summary>Telemetry spec.targetRef.</summary>
internal sealed partial record PolicyTargetReference : IIstioNode
{
    public string? Group { get; init; }

    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Namespace { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("group", Group);
        tree.Add("kind", Kind);
        tree.Add("name", Name);
        tree.Add("namespace", Namespace);
        return tree.ToTree();
    }
}

/// <summary>WasmPlugin spec.match[].ports[].</summary>
internal sealed partial record PortSelector : IIstioNode
{
    public int? Number { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("number", Number);
        return tree.ToTree();
    }
}

/// <summary>Gateway spec.servers[].tls.</summary>
internal sealed partial record ServerTlsSettings : IIstioNode
{
    public IReadOnlyList<string> AlpnProtocols { get; init; } = [];

    public string? CaCertCredentialName { get; init; }

    public string? CaCertificates { get; init; }

    public string? CaCrl { get; init; }

    public IReadOnlyList<string> CipherSuites { get; init; } = [];

    public string? CredentialName { get; init; }

    public IReadOnlyList<string> CredentialNames { get; init; } = [];

    public IReadOnlyList<string> EcdhCurves { get; init; } = [];

    public bool? HttpsRedirect { get; init; }

    public bool? InsecureSkipVerify { get; init; }

    public string? MaxProtocolVersion { get; init; }

    public string? MinProtocolVersion { get; init; }

    public string? Mode { get; init; }

    public string? PrivateKey { get; init; }

    public string? ServerCertificate { get; init; }

    public IReadOnlyList<string> SubjectAltNames { get; init; } = [];

    public IReadOnlyList<TlsCertificate> TlsCertificates { get; init; } = [];

    public IReadOnlyList<string> VerifyCertificateHash { get; init; } = [];

    public IReadOnlyList<string> VerifyCertificateSpki { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("alpnProtocols", AlpnProtocols);
        tree.Add("caCertCredentialName", CaCertCredentialName);
        tree.Add("caCertificates", CaCertificates);
        tree.Add("caCrl", CaCrl);
        tree.Add("cipherSuites", CipherSuites);
        tree.Add("credentialName", CredentialName);
        tree.Add("credentialNames", CredentialNames);
        tree.Add("ecdhCurves", EcdhCurves);
        tree.Add("httpsRedirect", HttpsRedirect);
        tree.Add("insecureSkipVerify", InsecureSkipVerify);
        tree.Add("maxProtocolVersion", MaxProtocolVersion);
        tree.Add("minProtocolVersion", MinProtocolVersion);
        tree.Add("mode", Mode);
        tree.Add("privateKey", PrivateKey);
        tree.Add("serverCertificate", ServerCertificate);
        tree.Add("subjectAltNames", SubjectAltNames);
        tree.Add("tlsCertificates", TlsCertificates);
        tree.Add("verifyCertificateHash", VerifyCertificateHash);
        tree.Add("verifyCertificateSpki", VerifyCertificateSpki);
        return tree.ToTree();
    }
}

/// <summary>WorkloadEntry spec.</summary>
internal sealed partial record ServiceEntryEndpoint : IIstioNode
{
    public TextValue? Address { get; init; }

    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    public string? Locality { get; init; }

    public string? Network { get; init; }

    public IReadOnlyDictionary<string, int>? Ports { get; init; }

    public string? ServiceAccount { get; init; }

    public int? Weight { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("address", Address);
        tree.Add("labels", Labels);
        tree.Add("locality", Locality);
        tree.Add("network", Network);
        tree.Add("ports", Ports);
        tree.Add("serviceAccount", ServiceAccount);
        tree.Add("weight", Weight);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.inboundConnectionPool.tcp.</summary>
internal sealed partial record TcpConnectionPool : IIstioNode
{
    public string? ConnectTimeout { get; init; }

    public string? IdleTimeout { get; init; }

    public string? MaxConnectionDuration { get; init; }

    public int? MaxConnections { get; init; }

    public TcpKeepalive? TcpKeepalive { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("connectTimeout", ConnectTimeout);
        tree.Add("idleTimeout", IdleTimeout);
        tree.Add("maxConnectionDuration", MaxConnectionDuration);
        tree.Add("maxConnections", MaxConnections);
        tree.Add("tcpKeepalive", TcpKeepalive);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.inboundConnectionPool.tcp.tcpKeepalive.</summary>
internal sealed partial record TcpKeepalive : IIstioNode
{
    public string? Interval { get; init; }

    public int? Probes { get; init; }

    public string? Time { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("interval", Interval);
        tree.Add("probes", Probes);
        tree.Add("time", Time);
        return tree.ToTree();
    }
}

/// <summary>Gateway spec.servers[].tls.tlsCertificates[].</summary>
internal sealed partial record TlsCertificate : IIstioNode
{
    public string? CaCertificates { get; init; }

    public string? PrivateKey { get; init; }

    public string? ServerCertificate { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("caCertificates", CaCertificates);
        tree.Add("privateKey", PrivateKey);
        tree.Add("serverCertificate", ServerCertificate);
        return tree.ToTree();
    }
}

/// <summary>WasmPlugin spec.match[].</summary>
internal sealed partial record TrafficSelector : IIstioNode
{
    public string? Mode { get; init; }

    public IReadOnlyList<PortSelector> Ports { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("mode", Mode);
        tree.Add("ports", Ports);
        return tree.ToTree();
    }
}

/// <summary>WasmPlugin spec.vmConfig.</summary>
internal sealed partial record VmConfig : IIstioNode
{
    public IReadOnlyList<EnvVar> Env { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("env", Env);
        return tree.ToTree();
    }
}

/// <summary>Sidecar spec.workloadSelector.</summary>
internal sealed partial record WorkloadSelector : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("labels", Labels);
        return tree.ToTree();
    }
}

internal static class EnvVarSource
{
    public const string Inline = "INLINE";
    public const string Host = "HOST";
}

internal static class FailStrategy
{
    public const string FailClose = "FAIL_CLOSE";
    public const string FailOpen = "FAIL_OPEN";
    public const string FailReload = "FAIL_RELOAD";
}

internal static class H2UpgradePolicy
{
    public const string Default = "DEFAULT";
    public const string DoNotUpgrade = "DO_NOT_UPGRADE";
    public const string Upgrade = "UPGRADE";
}

internal static class ImagePullPolicy
{
    public const string UnspecifiedPolicy = "UNSPECIFIED_POLICY";
    public const string IfNotPresent = "IfNotPresent";
    public const string Always = "Always";
}

internal static class PluginType
{
    public const string UnspecifiedPluginType = "UNSPECIFIED_PLUGIN_TYPE";
    public const string Http = "HTTP";
    public const string Network = "NETWORK";
}

internal static class ServerTlsMode
{
    public const string Passthrough = "PASSTHROUGH";
    public const string Simple = "SIMPLE";
    public const string Mutual = "MUTUAL";
    public const string AutoPassthrough = "AUTO_PASSTHROUGH";
    public const string IstioMutual = "ISTIO_MUTUAL";
    public const string OptionalMutual = "OPTIONAL_MUTUAL";
}

internal static class TlsProtocolVersion
{
    public const string Auto = "TLS_AUTO";
    public const string Tls10 = "TLSV1_0";
    public const string Tls11 = "TLSV1_1";
    public const string Tls12 = "TLSV1_2";
    public const string Tls13 = "TLSV1_3";
}

internal static class WorkloadMode
{
    public const string Undefined = "UNDEFINED";
    public const string Client = "CLIENT";
    public const string Server = "SERVER";
    public const string ClientAndServer = "CLIENT_AND_SERVER";
}
