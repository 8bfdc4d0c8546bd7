namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Whether a proxy's configuration lets sidecars answer DNS.</summary>
/// <remarks>Source: https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/.</remarks>
internal static class DnsCapture
{
    public static bool? In(Field proxyConfig) =>
        proxyConfig["proxyMetadata"]["ISTIO_META_DNS_CAPTURE"].Value switch
        {
            true or "true" or "1" => true,
            null => null,
            _ => false,
        };
}
