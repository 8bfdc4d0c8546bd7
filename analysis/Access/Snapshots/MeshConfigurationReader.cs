namespace MeshStack.Analysis.Access;

/// <summary>Reads a cluster's mesh configuration from istiod's values, over that the objects of the revision in use, over that the settings.</summary>
internal static class MeshConfigurationReader
{
    public const string NetworkLabel = "topology.istio.io/network";

    public static MeshConfiguration Read(IReadOnlyList<ChartRelease> releases, IReadOnlyList<MeshSource> sources, ClusterSettings settings, Func<string, string?> networkOfNamespace)
    {
        MeshConfiguration mesh = new();
        foreach (var release in releases.Where(release => release.ChartName is "istiod" or "istio-discovery"))
        {
            var values = Field.Of(release.Values);
            mesh = Over(mesh with { RootNamespace = release.Namespace }, values["meshConfig"]) with { Network = values["global"]["network"].Text ?? mesh.Network };
        }

        mesh = sources.Aggregate(mesh, (under, source) => Over(under, source.Mesh) with { Network = source.Network ?? under.Network });
        mesh = mesh with { RootNamespace = settings.RootNamespace ?? mesh.RootNamespace };
        return mesh with
        {
            Network = settings.Network ?? networkOfNamespace(mesh.RootNamespace) ?? mesh.Network,
            TrustDomain = settings.TrustDomain ?? mesh.TrustDomain,
            TrustDomainAliases = settings.TrustDomainAliases ?? mesh.TrustDomainAliases,
            CaTrustDomains = settings.CaTrustDomains ?? mesh.CaTrustDomains,
            OutboundTrafficPolicy = settings.OutboundTrafficPolicy ?? mesh.OutboundTrafficPolicy,
            DnsCapture = settings.DnsCapture ?? mesh.DnsCapture,
            RemoteSecretsTo = settings.RemoteSecretsTo ?? [],
        };
    }

    private static MeshConfiguration Over(MeshConfiguration mesh, Field given) => mesh with
    {
        TrustDomain = given["trustDomain"].Text is { Length: > 0 } domain ? domain : mesh.TrustDomain,
        TrustDomainAliases = given["trustDomainAliases"].Exists ? given["trustDomainAliases"].Texts() : mesh.TrustDomainAliases,
        CaTrustDomains = given["caCertificates"].Exists ? [.. given["caCertificates"].Items.SelectMany(item => item["trustDomains"].Texts())] : mesh.CaTrustDomains,
        RootNamespace = given["rootNamespace"].Text is { Length: > 0 } root ? root : mesh.RootNamespace,
        OutboundTrafficPolicy = given["outboundTrafficPolicy"]["mode"].Text ?? mesh.OutboundTrafficPolicy,
        PathNormalization = given["pathNormalization"]["normalization"].Text ?? mesh.PathNormalization,
        ChangesProxyHeaders = given["defaultConfig"]["proxyHeaders"].HasContent || given["defaultConfig"]["gatewayTopology"].HasContent || mesh.ChangesProxyHeaders,
        EnableAutoMtls = given["enableAutoMtls"].Value as bool? ?? mesh.EnableAutoMtls,
        DnsCapture = DnsCapture.In(given["defaultConfig"]) ?? mesh.DnsCapture,
        DefaultServiceExportTo = given["defaultServiceExportTo"].HasContent ? given["defaultServiceExportTo"].Texts() : mesh.DefaultServiceExportTo,
        DefaultVirtualServiceExportTo = given["defaultVirtualServiceExportTo"].HasContent ? given["defaultVirtualServiceExportTo"].Texts() : mesh.DefaultVirtualServiceExportTo,
        DefaultDestinationRuleExportTo = given["defaultDestinationRuleExportTo"].HasContent ? given["defaultDestinationRuleExportTo"].Texts() : mesh.DefaultDestinationRuleExportTo,
        ClusterLocalHosts = given["serviceSettings"].Exists
            ? [.. given["serviceSettings"].Items.Where(item => item["settings"]["clusterLocal"].IsTrue).SelectMany(item => item["hosts"].Texts())]
            : mesh.ClusterLocalHosts,
        DiscoverySelectors = given["discoverySelectors"].Exists ? [.. given["discoverySelectors"].Items.Select(DiscoverySelector.Of)] : mesh.DiscoverySelectors,
        ExtensionProviders = given["extensionProviders"].Exists ? [.. given["extensionProviders"].Items.Select(item => item["name"].Text).OfType<string>()] : mesh.ExtensionProviders,
    };
}
