using static MeshStack.Analysis.Config.Masks.MaskRules;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>Istio's own kinds, of which every field counts that is not named here.</summary>
internal static class IstioMasks
{
    // What says which istiod is installed, and whom it injects.
    private static readonly string[] InstalledBy =
    [
        "spec profile",
        "spec version",
        "spec updateStrategy type",
        "spec components pilot",
        "spec values revision",
        "spec values revisionTags",
        "spec values pilot revision",
        "spec values pilot revisionTags",
        "spec values global operatorManageWebhooks",
        "spec values global resourceScope",
        "spec values global proxy autoInject",
        "spec values sidecarInjectorWebhook",
        "spec values global meshNetworks",
    ];

    private static readonly string[] Targets = ["spec targetRef *", "spec targetRefs []"];

    public static IEnumerable<KeyValuePair<string, MaskRules>> ByKind =>
        [
            Of(
                "AuthorizationPolicy",
                Unread("metadata annotations istio.io/dry-run"),
                Matched("spec rules"),
                None("spec provider"),
                None(Targets)
            ),
            Of("PeerAuthentication", Matched("spec mtls", "spec portLevelMtls")),
            Of(
                "RequestAuthentication",
                None("spec jwtRules [] jwks", "spec jwtRules [] jwksUri", "spec jwtRules [] timeout"),
                None(Targets)
            ),
            Of(
                "Sidecar",
                None("spec inboundConnectionPool"),
                None(Below("spec egress []", "bind", "captureMode")),
                None(Below("spec ingress []", "bind", "captureMode", "connectionPool", "defaultEndpoint", "tls"))
            ),
            Of("VirtualService", Matched("spec http []", "spec tls", "spec tcp"), None(Below("spec http []", PartMasks.InRoute))),
            Of("DestinationRule", None(InTrafficPolicies())),
            Of("Gateway", Matched("spec servers []"), None(Below("spec servers []", PartMasks.InServer))),
            Of("ServiceEntry", None("spec endpoints [] locality", "spec endpoints [] weight")),
            Of("WorkloadEntry", Unread("metadata labels"), None("spec locality", "spec weight")),
            // What they do to a proxy is not evaluated.
            Few("EnvoyFilter", Unread("spec workloadSelector", "spec targetRefs", "spec configPatches [] match context"), None(Targets)),
            Few("WasmPlugin", Unread("spec selector", "spec targetRefs", "spec match [] mode"), None(Targets)),
            Few("TrafficExtension", Unread("spec selector", "spec targetRefs", "spec match [] mode"), None(Targets)),
            Few(
                "IstioOperator",
                MeshMasks.Under("spec meshConfig"),
                Unread("spec revision", "spec values global network"),
                Matched(InstalledBy)
            ),
            Few(
                "sailoperator.io/Istio",
                MeshMasks.Under("spec values meshConfig"),
                Unread("spec values global network"),
                Matched(InstalledBy)
            ),
        ];

    /// <summary>What says which object it is.</summary>
    public static IEnumerable<(string Path, MaskEffect Effect)> Named => Unread("metadata name", "metadata namespace");

    // Which istiod reads it.
    private static IEnumerable<(string Path, MaskEffect Effect)> OfRevision => Unread("metadata labels istio.io/rev");

    private static KeyValuePair<string, MaskRules> Of(
        string kind,
        params IEnumerable<IEnumerable<(string Path, MaskEffect Effect)>> rules
    ) =>
        KeyValuePair.Create(
            kind,
            new MaskRules(
                MaskEffect.Unread,
                [None("metadata", "status"), Unread("metadata creationTimestamp"), Named, OfRevision, .. rules]
            )
        );

    private static KeyValuePair<string, MaskRules> Few(
        string kind,
        params IEnumerable<IEnumerable<(string Path, MaskEffect Effect)>> rules
    ) => KeyValuePair.Create(kind, new MaskRules(MaskEffect.None, [Named, OfRevision, .. rules]));

    private static IEnumerable<string> Below(string path, params IEnumerable<string> fields) => fields.Select(field => $"{path} {field}");

    private static IEnumerable<string> InTrafficPolicies()
    {
        string[] places = ["spec trafficPolicy", "spec subsets [] trafficPolicy"];
        string[] fields =
        [
            "connectionPool",
            "loadBalancer consistentHash",
            "loadBalancer localityLbSetting failover",
            "loadBalancer localityLbSetting failoverPriority",
            "loadBalancer simple",
            "loadBalancer warmup",
            "loadBalancer warmupDurationSecs",
            "outlierDetection",
            "proxyProtocol",
            "retryBudget",
            "tunnel",
            "tls caCertificates",
            "tls caCrl",
            "tls clientCertificate",
            "tls credentialName",
            "tls insecureSkipVerify",
            "tls privateKey",
        ];
        return places.SelectMany(place => Below(place, fields).Concat(Below($"{place} portLevelSettings []", fields)));
    }
}
