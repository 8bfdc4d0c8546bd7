using System.Collections.Frozen;

namespace MeshStack.Definition;

/// <summary>The keys of a message of Istio's mesh configuration, in JSON.</summary>
/// <remarks>
/// https://github.com/istio/api/tree/master/mesh/v1alpha1, config.proto and proxy.proto; <c>KEY@1.31</c> is a key that came with Istio
/// 1.31.
/// </remarks>
internal sealed class MeshConfigMessage
{
    private MeshConfigMessage(string name, string keys, params (string Key, MeshConfigMessage Message)[] messages)
    {
        var all = keys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Concat(messages.Select(m => m.Key))
            .Select(k => k.Split('@'))
            .ToList();
        Name = name;
        Messages = messages.ToFrozenDictionary(m => m.Key.Split('@')[0], m => m.Message, StringComparer.Ordinal);
        Keys = [.. all.Select(k => k[0]).Order(StringComparer.Ordinal)];
        Since = all.Where(k => k.Length > 1).ToFrozenDictionary(k => k[0], k => k[1], StringComparer.Ordinal);
    }

    public static MeshConfigMessage ExtensionProvider { get; } =
        new(
            "ExtensionProvider",
            """
            name
            envoyExtAuthzHttp envoyExtAuthzGrpc zipkin datadog stackdriver skywalking opentelemetry prometheus envoyFileAccessLog
            envoyHttpAls envoyTcpAls envoyOtelAls sds
            """
        );

    /// <summary>Providers that are there without being defined.</summary>
    public static IReadOnlyList<string> BuiltInProviders { get; } = ["envoy", "prometheus", "stackdriver"];

    /// <summary>Providers that call a service.</summary>
    public static IReadOnlyList<string> CallingProviders { get; } =
    [
        "envoyExtAuthzHttp",
        "envoyExtAuthzGrpc",
        "zipkin",
        "datadog",
        "skywalking",
        "opentelemetry",
        "envoyHttpAls",
        "envoyTcpAls",
        "envoyOtelAls",
    ];

    private static MeshConfigMessage TlsConfig { get; } = new("TLSConfig", "minProtocolVersion ecdhCurves cipherSuites");

    private static MeshConfigMessage ProxyConfig { get; } =
        new(
            "ProxyConfig",
            """
            configPath binaryPath serviceCluster tracingServiceName drainDuration parentShutdownDuration discoveryAddress
            discoveryRefreshDelay zipkinAddress statsdUdpAddress envoyMetricsServiceAddress proxyAdminPort availabilityZone
            controlPlaneAuthPolicy customConfigFile statNameLength concurrency proxyBootstrapTemplatePath interceptionMode sds
            envoyAccessLogService envoyMetricsService proxyMetadata runtimeValues statusPort extraStatTags terminationDrainDuration
            meshId readinessProbe holdApplicationUntilProxyStarts caCertificatesPem image privateKeyProvider proxyHeaders
            fileFlushInterval fileFlushMinSizeKb statsCompression
            connectionSettings@1.31
            """,
            (
                "tracing",
                new(
                    "Tracing",
                    "zipkin lightstep datadog stackdriver openCensusAgent customTags maxPathTagLength sampling tlsSettings enableIstioTags"
                )
            ),
            ("gatewayTopology", new("Topology", "numTrustedProxies forwardClientCertDetails proxyProtocol")),
            ("proxyStatsMatcher", new("ProxyStatsMatcher", "inclusionPrefixes inclusionSuffixes inclusionRegexps"))
        );

    public static MeshConfigMessage MeshConfig { get; } =
        new(
            "MeshConfig",
            """
            proxyListenPort proxyInboundListenPort proxyHttpPort connectTimeout protocolDetectionTimeout tcpKeepalive ingressClass
            ingressService ingressControllerMode ingressSelector enableTracing accessLogFile accessLogFormat accessLogEncoding
            enableEnvoyAccessLogService disableEnvoyListenerLog configSources enableAutoMtls trustDomain trustDomainAliases
            defaultServiceExportTo defaultVirtualServiceExportTo defaultDestinationRuleExportTo rootNamespace localityLbSetting
            dnsRefreshRate h2UpgradePolicy inboundClusterStatName outboundClusterStatName certificates serviceSettings
            enablePrometheusMerge verifyCertificateAtClient discoverySelectors defaultHttpRetryPolicy compliancePolicy
            serviceScopeConfigs hboneIdleTimeout
            zoneAwareLbSetting@1.31 serviceEntryVisibility@1.31 defaultInboundHttpRetryPolicy@1.32
            """,
            ("defaultConfig", ProxyConfig),
            ("outboundTrafficPolicy", new("OutboundTrafficPolicy", "mode tls")),
            ("defaultTrafficPolicy@1.31", new("DefaultTrafficPolicy", "connectionPool outlierDetection")),
            ("inboundTrafficPolicy", new("InboundTrafficPolicy", "mode")),
            ("caCertificates", new("CertificateData", "pem spiffeBundleUrl certSigners trustDomains")),
            ("ca", new("CA", "address tlsSettings requestTimeout istiodSide")),
            ("extensionProviders", ExtensionProvider),
            ("defaultProviders", new("DefaultProviders", "tracing metrics accessLogging")),
            ("pathNormalization", new("ProxyPathNormalization", "normalization")),
            ("meshMTLS", TlsConfig),
            ("tlsDefaults", TlsConfig)
        );

    /// <summary>Name of the message in the API.</summary>
    public string Name { get; }

    /// <summary>Keys of the message, sorted.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The minor version of Istio that a key came with, where not all supported ones have it.</summary>
    public FrozenDictionary<string, string> Since { get; }

    /// <summary>Messages by the keys that hold one, or a list of them.</summary>
    public FrozenDictionary<string, MeshConfigMessage> Messages { get; }
}
