namespace MeshStack.Analysis.Access;

/// <summary>What masks in a mesh configuration mean: trust and the way out of the mesh have places of their own, all else decides everything.</summary>
internal static class MaskedMesh
{
    // What proxies log, trace, time and balance by, and the certificates themselves.
    private static readonly string[] Harmless =
    [
        "accessLogEncoding", "accessLogFile", "accessLogFormat", "ca", "caCertificates [] pem", "caCertificates [] spiffeBundleUrl", "caCertificates [] certSigners", "certificates", "configSources", "connectTimeout", "defaultConfig",
        "defaultHttpRetryPolicy", "defaultInboundHttpRetryPolicy", "defaultProviders", "defaultTrafficPolicy", "enablePrometheusMerge", "enableTracing", "extensionProviders", "localityLbSetting", "meshMTLS", "tcpKeepalive", "thriftConfig",
        "tlsDefaults", "zoneAwareLbSetting",
    ];

    private static readonly string[] InDefaultConfig = ["connectionSettings", "interceptionMode", "proxyMetadata ISTIO_META_DNS_CAPTURE"];

    private static readonly string[] InPlace = ["trustDomain", "trustDomainAliases", "caCertificates", "caCertificates [] trustDomains", "outboundTrafficPolicy", "serviceEntryVisibility"];

    /// <summary>What the injector redirects, as istiod's values have it.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Redirection =>
        new[] { "includeInboundPorts", "excludeInboundPorts", "includeIPRanges", "excludeIPRanges", "includeOutboundPorts", "excludeOutboundPorts" }.Select(key => ($"global proxy {key}", MaskEffect.Matched));

    /// <summary>The rules of a mesh configuration that stands at a path.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Under(string path) =>
    [
        (path, MaskEffect.Unread),
        .. Harmless.Select(key => ($"{path} {key}", MaskEffect.None)),
        .. InDefaultConfig.Select(key => ($"{path} defaultConfig {key}", MaskEffect.Unread)),
        .. InPlace.Select(key => ($"{path} {key}", MaskEffect.Matched)),
    ];
}
