using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>What a cluster's control plane is configured with, as far as access depends on it.</summary>
/// <remarks>Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/.</remarks>
public sealed record MeshConfiguration
{
    /// <summary>What objects mean to the version of Istio that reads them.</summary>
    internal IstioSemantics Semantics { get; init; } = new(Version: null);

    /// <summary>The network of the cluster's workloads; empty where none is named.</summary>
    public string Network { get; init; } = "";

    /// <summary>The networks that meshNetworks lists.</summary>
    internal IReadOnlyList<ListedNetwork> Networks { get; init; } = [];

    /// <summary>What hides them.</summary>
    internal Unreadable? HiddenNetworks { get; init; }

    /// <summary>The trust domain.</summary>
    public string TrustDomain { get; init; } = IstioNames.DefaultTrustDomain;

    /// <summary>The other trust domains that count as the own one.</summary>
    public IReadOnlyList<string> TrustDomainAliases { get; init; } = [];

    /// <summary>The trust domains whose certificates are accepted without being the own one.</summary>
    public IReadOnlyList<string> CaTrustDomains { get; init; } = [];

    /// <summary>True where proxies take certificates of any trust domain.</summary>
    internal bool AcceptsAnyTrustDomain { get; init; }

    /// <summary>The namespace of mesh-wide configuration.</summary>
    public string RootNamespace { get; init; } = IstioNames.SystemNamespace;

    /// <summary>ALLOW_ANY or REGISTRY_ONLY.</summary>
    public string OutboundTrafficPolicy { get; init; } = "ALLOW_ANY";

    /// <summary>True where sidecars encrypt to each other without being told.</summary>
    public bool EnableAutoMtls { get; init; } = true;

    /// <summary>True where sidecars answer DNS for the mesh's hosts.</summary>
    public bool DnsCapture { get; init; }

    /// <summary>Whether sidecars are told to take HBONE; null where proxyMetadata does not say.</summary>
    internal bool? SidecarsTakeHbone { get; init; }

    /// <summary>Which Services are served across clusters in ambient mode.</summary>
    internal IReadOnlyList<GlobalScope> GlobalScopes { get; init; } = [];

    /// <summary>True where istiod is told to serve ambient mode across clusters.</summary>
    internal bool TakesAmbientNetworks { get; init; }

    /// <summary>The namespaces that see a Service which does not say.</summary>
    public IReadOnlyList<string> DefaultServiceExportTo { get; init; } = ["*"];

    /// <summary>The namespaces that see a VirtualService which does not say.</summary>
    public IReadOnlyList<string> DefaultVirtualServiceExportTo { get; init; } = ["*"];

    /// <summary>The namespaces that may hand a route to a VirtualService which does not say.</summary>
    internal IReadOnlyList<string> DefaultDelegateExportTo { get; init; } = ["*"];

    /// <summary>The namespaces that see a DestinationRule which does not say.</summary>
    public IReadOnlyList<string> DefaultDestinationRuleExportTo { get; init; } = ["*"];

    /// <summary>Hosts that only the endpoints of the own cluster serve.</summary>
    public IReadOnlyList<string> ClusterLocalHosts { get; init; } = [];

    /// <summary>The names of external authorizers that CUSTOM policies may use.</summary>
    public IReadOnlyList<string> ExtensionProviders { get; init; } = [];

    /// <summary>The external authorizers as istiod takes them; null where nothing shows the configuration, or masks hide them.</summary>
    internal IReadOnlyList<ExternalAuthorizer>? Authorizers { get; init; }

    /// <summary>True where one workload may have several of them; null where that is masked.</summary>
    internal bool? TakesSeveralAuthorizers { get; init; } = false;

    /// <summary>What is redirected to sidecars where pods do not say.</summary>
    internal Redirection Redirection { get; init; } = Redirection.Everything;

    /// <summary>What istiod chooses the namespaces by that it reads; all where none is given.</summary>
    internal IReadOnlyList<DiscoverySelector> DiscoverySelectors { get; init; } = [];

    /// <summary>The localities that get something where no DestinationRule says so; null where all do.</summary>
    internal LocalityWeights? LocalityWeights { get; init; }

    /// <summary>What proxies make of a path before they match it: NONE, BASE, MERGE_SLASHES or DECODE_AND_MERGE_SLASHES.</summary>
    public string PathNormalization { get; init; } = "BASE";

    /// <summary>True where defaultConfig says which headers proxies write, and whose they trust.</summary>
    internal bool ChangesProxyHeaders { get; init; }

    /// <summary>True where defaultConfig changes which paths and headers proxies take, besides pathNormalization.</summary>
    internal bool ChangesReading { get; init; }

    /// <summary>What hides the network, which other clusters' control planes go by as well.</summary>
    internal Unreadable? HiddenNetwork { get; init; }

    /// <summary>What hides the trust domain.</summary>
    internal Unreadable? HiddenTrustDomain { get; init; }

    /// <summary>What hides some of the aliases.</summary>
    internal Unreadable? HiddenAliases { get; init; }

    /// <summary>What hides some of the trust domains that are accepted besides.</summary>
    internal Unreadable? HiddenCaTrustDomains { get; init; }

    /// <summary>What hides the outboundTrafficPolicy.</summary>
    internal Unreadable? HiddenOutboundTrafficPolicy { get; init; }

    /// <summary>What hides which clusters' control planes see this one.</summary>
    internal Unreadable? HiddenRemoteSecrets { get; init; }

    /// <summary>Why it is not known who sees the hosts of ServiceEntries; null where exportTo alone says so.</summary>
    internal Unreadable? EntryVisibility { get; init; }

    /// <summary>What hides any other part; nothing that depends on the configuration is known then.</summary>
    internal Unreadable? Unreadable { get; init; }

    /// <summary>The own trust domain and its aliases.</summary>
    internal IReadOnlyList<string> OwnTrustDomains => [TrustDomain, .. TrustDomainAliases];

    /// <summary>The clusters whose control planes see this cluster's services and pods.</summary>
    internal IReadOnlyList<string> RemoteSecretsTo { get; init; } = [];
}
