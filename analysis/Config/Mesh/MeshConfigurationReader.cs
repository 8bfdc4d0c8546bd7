using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Reads a cluster's mesh configuration from istiod's values, over that the objects of the revision in use, over that the
/// settings.</summary>
internal sealed class MeshConfigurationReader(string cluster)
{
    private const string SeveralAuthorizers = "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS";

    public const string NetworkLabel = "topology.istio.io/network";

    public MeshConfiguration Read(
        IReadOnlyList<ChartRelease> releases,
        IReadOnlyList<MeshSource> sources,
        ClusterSettings settings,
        Func<string, string?> networkOfNamespace,
        MeshLayer? shared = null
    )
    {
        MeshConfiguration mesh = new();
        if (shared is not null)
        {
            // istiod's own configuration always names a trust domain. Source: configmap.yaml of the chart istiod.
            mesh = Over(mesh, shared) with
            {
                TrustDomain = mesh.TrustDomain,
                HiddenTrustDomain = null,
            };
        }

        foreach (var release in releases.Where(release => release.IsControlPlane))
        {
            var values = Field.From(release.Values);
            mesh = Over(
                mesh with
                {
                    RootNamespace = release.Namespace,
                    GlobalScopes =
                        (values["profile"].Text ?? values["global"]["profile"].Text) == "ambient"
                            ? [GlobalScope.OfProfile]
                            : mesh.GlobalScopes,
                },
                new(values["meshConfig"], MaskedObject.From(release), "meshConfig", "global network")
            ) with
            {
                Network = values["global"]["network"].Text ?? mesh.Network,
                TakesSeveralAuthorizers = TakesSeveralAuthorizers(values, mesh.TakesSeveralAuthorizers),
            };
        }

        mesh = sources.Aggregate(mesh, (under, source) => Over(under, source.Mesh) with { Network = source.Network ?? under.Network });
        mesh = mesh with { RootNamespace = settings.RootNamespace ?? mesh.RootNamespace };
        return Settled(mesh, settings) with
        {
            Network = settings.Network ?? networkOfNamespace(mesh.RootNamespace) ?? mesh.Network,
            TrustDomain = settings.TrustDomain ?? mesh.TrustDomain,
            TrustDomainAliases = Shown(settings.TrustDomainAliases) ?? mesh.TrustDomainAliases,
            CaTrustDomains = Shown(settings.CaTrustDomains) ?? mesh.CaTrustDomains,
            OutboundTrafficPolicy = settings.OutboundTrafficPolicy ?? mesh.OutboundTrafficPolicy,
            DnsCapture = settings.DnsCapture ?? mesh.DnsCapture,
            RemoteSecretsTo = settings.RemoteSecretsTo ?? [],
        };
    }

    // Charts since 1.24 take the values of istiod without its name in front too.
    private static bool? TakesSeveralAuthorizers(Field values, bool? byDefault)
    {
        Field[] given = [values["pilot"]["env"], values["env"]];
        return Array.Exists(given, env => Mask.IsIn(env.Text) || Mask.IsIn(env[SeveralAuthorizers].Text)) || Mask.IsIn(values["pilot"].Text)
                ? null
            : given.Select(env => env[SeveralAuthorizers].Scalar()).FirstOrDefault(text => text is not null) is { } text
                ? text is "true" or "1" or "t" or "T" or "TRUE" or "True"
            : byDefault;
    }

    // What settings hide, and what they show again of what is hidden below them.
    private MeshConfiguration Settled(MeshConfiguration mesh, ClusterSettings settings) =>
        mesh with
        {
            HiddenTrustDomain = settings.TrustDomain is null ? mesh.HiddenTrustDomain : Hidden("trustDomain", settings.TrustDomain),
            HiddenAliases = settings.TrustDomainAliases is null
                ? mesh.HiddenAliases
                : Hidden("trustDomainAliases", settings.TrustDomainAliases),
            HiddenCaTrustDomains = settings.CaTrustDomains is null
                ? mesh.HiddenCaTrustDomains
                : Hidden("caTrustDomains", settings.CaTrustDomains),
            HiddenOutboundTrafficPolicy = settings.OutboundTrafficPolicy is null
                ? mesh.HiddenOutboundTrafficPolicy
                : Hidden("outboundTrafficPolicy", settings.OutboundTrafficPolicy),
            HiddenRemoteSecrets = Hidden("remoteSecretsTo", settings.RemoteSecretsTo),
            HiddenNetwork = settings.Network is null
                ? mesh.HiddenNetwork ?? Hidden("rootNamespace", settings.RootNamespace)
                : Hidden("network", settings.Network),
            Unreadable = mesh.Unreadable ?? Hidden("rootNamespace", settings.RootNamespace),
        };

    private Unreadable? Hidden(string key, object? value) =>
        Mask.IsWithin(value) ? Unreadable.From(cluster, "settings", null, cluster, key) : null;

    private static string[]? Shown(IReadOnlyList<string>? texts) => texts is null ? null : [.. texts.Where(text => !Mask.IsIn(text))];

    private static LocalityWeights? LocalityWeightsOf(Field given, LocalityWeights? under)
    {
        var setting = given["localityLbSetting"];
        return setting["enabled"].Value is false || given["zoneAwareLbSetting"].HasContent ? null
            : setting["distribute"].Exists ? LocalityWeights.Of(setting)
            : under;
    }

    private MeshConfiguration Over(MeshConfiguration mesh, MeshLayer layer)
    {
        var given = layer.Mesh;
        return mesh with
        {
            TrustDomain = given["trustDomain"].Text is { Length: > 0 } domain ? domain : mesh.TrustDomain,
            HiddenTrustDomain = given["trustDomain"].HasContent ? layer.Hiding("trustDomain") : mesh.HiddenTrustDomain,
            TrustDomainAliases = given["trustDomainAliases"].Exists ? Shown(given["trustDomainAliases"].Texts())! : mesh.TrustDomainAliases,
            HiddenAliases = given["trustDomainAliases"].Exists ? layer.Hiding("trustDomainAliases") : mesh.HiddenAliases,
            CaTrustDomains = given["caCertificates"].Exists
                ? Shown([.. given["caCertificates"].Items.SelectMany(item => item["trustDomains"].Texts())])!
                : mesh.CaTrustDomains,
            HiddenCaTrustDomains = given["caCertificates"].Exists
                ? layer.Hiding("caCertificates [] trustDomains")
                : mesh.HiddenCaTrustDomains,
            RootNamespace = given["rootNamespace"].Text is { Length: > 0 } root ? root : mesh.RootNamespace,
            OutboundTrafficPolicy = given["outboundTrafficPolicy"]["mode"].Text ?? mesh.OutboundTrafficPolicy,
            HiddenOutboundTrafficPolicy =
                layer.Hiding("outboundTrafficPolicy")
                ?? (given["outboundTrafficPolicy"]["mode"].Exists ? null : mesh.HiddenOutboundTrafficPolicy),
            PathNormalization = given["pathNormalization"]["normalization"].Text ?? mesh.PathNormalization,
            ChangesProxyHeaders =
                given["defaultConfig"]["proxyHeaders"].HasContent
                || given["defaultConfig"]["gatewayTopology"].HasContent
                || mesh.ChangesProxyHeaders,
            ChangesReading = ConnectionSettings.ChangeReading(given["defaultConfig"]["connectionSettings"]) || mesh.ChangesReading,
            LocalityWeights = LocalityWeightsOf(given, mesh.LocalityWeights),
            EnableAutoMtls = given["enableAutoMtls"].Value as bool? ?? mesh.EnableAutoMtls,
            DnsCapture = DnsCapture.In(given["defaultConfig"]) ?? mesh.DnsCapture,
            GlobalScopes = given["serviceScopeConfigs"].Exists
                ? [.. given["serviceScopeConfigs"].Items.Select(GlobalScope.From)]
                : mesh.GlobalScopes,
            SidecarsTakeHbone = given["defaultConfig"]["proxyMetadata"]["ISTIO_META_ENABLE_HBONE"].Scalar() is { } hbone
                ? hbone == "true"
                : mesh.SidecarsTakeHbone,
            DefaultServiceExportTo = given["defaultServiceExportTo"].HasContent
                ? given["defaultServiceExportTo"].Texts()
                : mesh.DefaultServiceExportTo,
            DefaultVirtualServiceExportTo = given["defaultVirtualServiceExportTo"].HasContent
                ? given["defaultVirtualServiceExportTo"].Texts()
                : mesh.DefaultVirtualServiceExportTo,
            DefaultDestinationRuleExportTo = given["defaultDestinationRuleExportTo"].HasContent
                ? given["defaultDestinationRuleExportTo"].Texts()
                : mesh.DefaultDestinationRuleExportTo,
            ClusterLocalHosts = given["serviceSettings"].Exists
                ?
                [
                    .. given["serviceSettings"]
                        .Items.Where(item => item["settings"]["clusterLocal"].IsTrue)
                        .SelectMany(item => item["hosts"].Texts()),
                ]
                : mesh.ClusterLocalHosts,
            DiscoverySelectors = given["discoverySelectors"].Exists
                ? [.. given["discoverySelectors"].Items.Select(DiscoverySelector.From)]
                : mesh.DiscoverySelectors,
            ExtensionProviders = given["extensionProviders"].Exists
                ? [.. given["extensionProviders"].Items.Select(item => item["name"].Text).OfType<string>()]
                : mesh.ExtensionProviders,
            Authorizers = given["extensionProviders"].Exists ? ExternalAuthorizer.In(given["extensionProviders"]) : mesh.Authorizers ?? [],
            EntryVisibility = EntryVisibilityIn(layer) ?? mesh.EntryVisibility,
            HiddenNetwork = mesh.HiddenNetwork ?? layer.Hiding("rootNamespace") ?? layer.Masks?.Hiding(layer.NetworkPath),
            Unreadable = mesh.Unreadable ?? layer.Masks?.UnreadBut(layer.NetworkPath),
        };
    }

    // It narrows what exportTo says, policy by policy. Source: ServiceEntryVisibility of
    // https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/.
    private Unreadable? EntryVisibilityIn(MeshLayer layer) =>
        layer.Hiding("serviceEntryVisibility")
        ?? (
            layer.Mesh["serviceEntryVisibility"] is { HasContent: true } given && given["applyToSidecars"].Value is not false
                ? new(
                    "serviceEntryVisibility of the mesh configuration is not evaluated, and says who sees the hosts of ServiceEntries",
                    Cause.Mesh(cluster, "serviceEntryVisibility is set")
                )
                : null
        );
}
