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
            var domains = peers.Order(StringComparer.Ordinal).ToArray();
            config["caCertificates"] = args.TrustsSeveralRoots
                ? root.ToOutput().Apply(bundle => Certificates(bundle).Select(pem => Trusted(pem, domains)).ToArray())
                : new List<object> { Trusted(root, domains) };
        }

        return ChartValues.Merge(config, args.MeshConfig);
    }

    private static Dictionary<string, object> Trusted(object pem, string[] domains) => new() { ["pem"] = pem, ["trustDomains"] = domains };

    /// <summary>The certificates of a bundle one by one: istiod looks at the first of an entry only.</summary>
    private static IEnumerable<string> Certificates(string bundle)
    {
        const string end = "-----END CERTIFICATE-----";
        return bundle.Split(end, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(c => c.StartsWith("-----", StringComparison.Ordinal) ? $"{c}\n{end}\n" : c);
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
