namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Something that objects mean to one version of Istio and not to the ones before it.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Since">The first version that takes the objects so.</param>
/// <param name="Before">What older versions make of them.</param>
/// <param name="After">What becomes of them since.</param>
/// <param name="Source">Where that stands in istio/istio.</param>
internal sealed record IstioFact(string Name, string Since, string Before, string After, string Source)
{
    /// <summary>A host of a Sidecar's egress listener that begins with ~.</summary>
    public static IstioFact SidecarExclusions { get; } =
        new(
            "sidecar-exclusions",
            "1.31.0",
            "an egress host of a Sidecar that begins with ~ names a namespace that cannot be, and istiod refuses it",
            "it leaves the host out",
            "convertIstioListenerToWrapper in pilot/pkg/model/sidecar.go"
        );

    /// <summary>A CUSTOM policy on a dry run: since then its rules stand where Envoy enforces them.</summary>
    public static IstioFact DryRunOfCustom { get; } =
        new(
            "dry-run-of-custom",
            "1.30.0",
            "a CUSTOM policy on a dry run does nothing",
            "it denies what it matches",
            "buildHTTP and buildTCP in pilot/pkg/security/authz/builder/builder.go"
        );

    /// <summary>An external authorizer whose name is no label of DNS.</summary>
    public static IstioFact AuthorizerNames { get; } =
        new(
            "authorizer-names",
            "1.30.0",
            "an external authorizer may have any name",
            "one whose name is no label of DNS is not taken, and what its CUSTOM policies match is denied",
            "validateProviderName in pilot/pkg/security/authz/builder/extauthz.go"
        );

    /// <summary>The trust domains of an AuthorizationPolicy's sources.</summary>
    public static IstioFact PolicyTrustDomains { get; } =
        new(
            "policy-trust-domains",
            "1.30.2",
            "trustDomains and notTrustDomains of an AuthorizationPolicy are pruned, and source.trustDomain is no condition",
            "they count",
            "the CustomResourceDefinition of AuthorizationPolicy, and pkg/config/security/security.go"
        );

    /// <summary>Who sees what does not say so, where the mesh names the own namespace and others.</summary>
    public static IstioFact DefaultExports { get; } =
        new(
            "default-exports",
            "1.30.3",
            "of defaultServiceExportTo and defaultVirtualServiceExportTo only \".\" counts where it is there, else only \"*\"",
            "every namespace in them counts",
            "IsServiceVisible and initVirtualServices in pilot/pkg/model/push_context.go"
        );

    /// <summary>Whether a subset without tls has the rule's, where it is asked which endpoints take mTLS.</summary>
    public static IstioFact SubsetTls { get; } =
        new(
            "subset-tls",
            "1.31.0",
            "a subset without tls has none where endpoints of other networks are chosen",
            "it has that of its DestinationRule",
            "tlsModeForDestinationRule in pilot/pkg/xds/endpoints/mtls_checker.go"
        );

    /// <summary>Whether the mesh says who sees ServiceEntries.</summary>
    public static IstioFact EntryVisibility { get; } =
        new(
            "service-entry-visibility",
            "1.31.0",
            "serviceEntryVisibility of the mesh configuration is dropped",
            "it says who sees the hosts of ServiceEntries",
            "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ServiceEntryVisibility"
        );

    /// <summary>Whether the node agent leaves the pods of the namespaces alone that it is told to exclude, in ambient mode too.</summary>
    public static IstioFact ExcludedFromAmbient { get; } =
        new(
            "excluded-from-ambient",
            "1.30.0",
            "the node agent captures pods for ztunnel in namespaces that excludeNamespaces has as well",
            "it passes them by",
            "https://github.com/istio/istio/pull/59295"
        );

    /// <summary>Whether labels name a second waypoint for a share of the calls.</summary>
    public static IstioFact WaypointCanaries { get; } =
        new(
            "waypoint-canaries",
            "1.31.0",
            "istio.io/use-waypoint-canary is a label as any other",
            "it leads a share of the calls to a Service through another waypoint",
            "buildWeightedWaypoints in pilot/pkg/serviceregistry/ambient/waypoints.go"
        );

    /// <summary>All of them, oldest first.</summary>
    public static IReadOnlyList<IstioFact> All { get; } =
    [
        AuthorizerNames,
        DryRunOfCustom,
        ExcludedFromAmbient,
        PolicyTrustDomains,
        DefaultExports,
        EntryVisibility,
        SidecarExclusions,
        SubsetTls,
        WaypointCanaries,
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
