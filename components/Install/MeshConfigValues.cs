using Pulumi;

namespace MeshStack;

/// <summary>The mesh configuration of one cluster.</summary>
internal static class MeshConfigValues
{
    public static Dictionary<string, object> Of(IstioInstallArgs args)
    {
        var metadata = new Dictionary<string, object> { ["ISTIO_META_DNS_CAPTURE"] = args.DnsCapture ? "true" : "false" };
        if (args.TrustsSeveralRoots)
        {
            // Without it a proxy takes up a changed bundle only when it starts.
            metadata["PROXY_CONFIG_XDS_AGENT"] = "true";
        }

        var config = new Dictionary<string, object>
        {
            ["defaultConfig"] = new Dictionary<string, object> { ["proxyMetadata"] = metadata },
            ["outboundTrafficPolicy"] = new Dictionary<string, object> { ["mode"] = args.OutboundTrafficPolicy },
            ["trustDomain"] = args.Cluster.Identity.TrustDomain,
        };
        Telemetry(args, config);
        if (args.TrustDomainAliases.Count > 0)
        {
            config["trustDomainAliases"] = args.TrustDomainAliases.Order(StringComparer.Ordinal).ToList();
        }

        if (args is { RootCertificate: { } root, PeerTrustDomains: { Count: > 0 } peers })
        {
            // Accepts the peers' certificates without making their identities this cluster's own, as trustDomainAliases would.
            // A root is an entry of its own, because istiod looks at the first certificate of an entry only.
            var domains = peers.Order(StringComparer.Ordinal).ToArray();
            config["caCertificates"] = (args.TrustedRoots.Count > 0 ? args.TrustedRoots : [root])
                .Select(pem => (object)new Dictionary<string, object> { ["pem"] = pem, ["trustDomains"] = domains })
                .ToList();
        }

        return ChartValues.Merge(config, args.MeshConfig);
    }

    private static void Telemetry(IstioInstallArgs args, Dictionary<string, object> config)
    {
        config.Set("accessLogFile", args.AccessLogFile ?? (args.IsProduction ? ProductionProfile.AccessLogFile : null));
        config.Set("accessLogFormat", args.AccessLogFormat ?? (args.IsProduction && args.AccessLogEncoding != "JSON" ? ProductionProfile.AccessLogFormat : null));
        config.Set("accessLogEncoding", args.AccessLogEncoding);
        if (args.EnableTracing is { } tracing)
        {
            config["enableTracing"] = tracing;
        }
    }
}
