using static MeshStack.Analysis.Config.Masks.MaskRules;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>The mesh configuration: trust and the way out of the mesh are matched where they count, all else decides everything.</summary>
internal static class MeshMasks
{
    // What proxies log, trace, time and balance by, and the certificates themselves.
    private static readonly string[] Harmless =
    [
        "accessLogEncoding",
        "accessLogFile",
        "accessLogFormat",
        "ca",
        "caCertificates [] certSigners",
        "caCertificates [] pem",
        "caCertificates [] spiffeBundleUrl",
        "certificates",
        "configSources",
        "connectTimeout",
        "defaultConfig",
        "defaultHttpRetryPolicy",
        "defaultInboundHttpRetryPolicy",
        "defaultProviders",
        "defaultTrafficPolicy",
        "enablePrometheusMerge",
        "enableTracing",
        "extensionProviders",
        "localityLbSetting failover",
        "localityLbSetting failoverPriority",
        "meshMTLS",
        "tcpKeepalive",
        "thriftConfig",
        "tlsDefaults",
        "zoneAwareLbSetting",
    ];

    private static readonly string[] InDefaultConfig =
    [
        "defaultConfig connectionSettings",
        "defaultConfig interceptionMode",
        "defaultConfig proxyMetadata ISTIO_META_DNS_CAPTURE",
        "defaultConfig proxyMetadata ISTIO_META_ENABLE_HBONE",
    ];

    private static readonly string[] InPlace =
    [
        "trustDomain",
        "trustDomainAliases",
        "caCertificates",
        "outboundTrafficPolicy",
        "serviceEntryVisibility",
    ];

    /// <summary>The rules of a mesh configuration that stands at a path.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Under(string path) =>
        [
            (path, MaskEffect.Unread),
            .. None(Below(path, Harmless)),
            .. Unread(Below(path, InDefaultConfig)),
            .. Matched(Below(path, InPlace)),
        ];

    private static IEnumerable<string> Below(string path, string[] keys) => keys.Select(key => $"{path} {key}");
}
