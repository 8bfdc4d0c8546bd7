namespace MeshStack.Definition;

/// <summary>The mesh configuration of one cluster.</summary>
internal static class MeshConfigValues
{
    public static Dictionary<string, object> Of(Installation settings)
    {
        var metadata = new Dictionary<string, object> { ["ISTIO_META_DNS_CAPTURE"] = settings.DnsCapture ? "true" : "false" };
        if (settings.TrustsSeveralRoots)
        {
            // Without it a proxy takes up a changed bundle only when it starts.
            metadata["PROXY_CONFIG_XDS_AGENT"] = "true";
        }

        var config = new Dictionary<string, object>
        {
            ["defaultConfig"] = new Dictionary<string, object> { ["proxyMetadata"] = metadata },
            ["outboundTrafficPolicy"] = new Dictionary<string, object> { ["mode"] = settings.OutboundTrafficPolicy },
            ["trustDomain"] = settings.Cluster.TrustDomain,
        };
        Telemetry(settings, config);
        if (settings.TrustDomainAliases.Count > 0)
        {
            config["trustDomainAliases"] = settings.TrustDomainAliases.Order(StringComparer.Ordinal).ToList();
        }

        if (settings is { RootCertificate: { } root, PeerTrustDomains: { Count: > 0 } peers })
        {
            // Accepts the peers' certificates without making their identities this cluster's own, as trustDomainAliases would.
            // A root is an entry of its own, because istiod looks at the first certificate of an entry only.
            var domains = peers.Order(StringComparer.Ordinal).ToArray();
            config["caCertificates"] = (!settings.TrustedRoots.IsEmpty ? settings.TrustedRoots : [root])
                .Select(pem => (object)new Dictionary<string, object> { ["pem"] = pem, ["trustDomains"] = domains })
                .ToList();
        }

        return ChartValues.Merge(config, settings.MeshConfig);
    }

    private static void Telemetry(Installation settings, Dictionary<string, object> config)
    {
        config.Set("accessLogFile", settings.AccessLogFile ?? (settings.IsProduction ? ProductionProfile.AccessLogFile : null));
        config.Set(
            "accessLogFormat",
            settings.AccessLogFormat
                ?? (settings.IsProduction && settings.AccessLogEncoding != "JSON" ? ProductionProfile.AccessLogFormat : null)
        );
        config.Set("accessLogEncoding", settings.AccessLogEncoding);
        if (settings.EnableTracing is { } tracing)
        {
            config["enableTracing"] = tracing;
        }
    }
}
