using System.Collections.Frozen;

namespace MeshStack.Manifests;

/// <summary>The checks that istiod makes beyond the schema of its resources, made before anything is applied.</summary>
/// <remarks>Source: pkg/config/validation of istio/istio, release 1.30.</remarks>
public static class IstioChecks
{
    private static readonly FrozenDictionary<string, string> GroupOfKind = new Dictionary<string, string>
    {
        ["AuthorizationPolicy"] = "security.istio.io",
        ["DestinationRule"] = "networking.istio.io",
        ["EnvoyFilter"] = "networking.istio.io",
        ["Gateway"] = "networking.istio.io",
        ["PeerAuthentication"] = "security.istio.io",
        ["ProxyConfig"] = "networking.istio.io",
        ["RequestAuthentication"] = "security.istio.io",
        ["ServiceEntry"] = "networking.istio.io",
        ["Sidecar"] = "networking.istio.io",
        ["Telemetry"] = "telemetry.istio.io",
        ["TrafficExtension"] = "extensions.istio.io",
        ["VirtualService"] = "networking.istio.io",
        ["WasmPlugin"] = "extensions.istio.io",
        ["WorkloadEntry"] = "networking.istio.io",
        ["WorkloadGroup"] = "networking.istio.io",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly IReadOnlyList<IstioRule> ObjectRules =
    [
        .. AnnotationRules.All,
        .. SelectorRules.All,
        .. TargetReferenceRules.All,
        .. ExportToRules.All,
        .. DurationRules.All,
        .. LabelLengthRules.All,
        .. ServerTlsRules.All,
        .. ConnectionPoolRules.All,
        .. AuthorizationSpellingRules.All,
        .. GatewayRules.All,
        .. GatewayPortRules.All,
        .. GatewayTlsRules.All,
        .. DestinationRuleRules.All,
        .. TrafficPolicyRules.All,
        .. OutlierDetectionRules.All,
        .. ConsistentHashRules.All,
        .. LocalityRules.All,
        .. ClientTlsRules.All,
        .. ServiceEntryHostRules.All,
        .. ServiceEntryAddressRules.All,
        .. DynamicDnsRules.All,
        .. ServiceEntryPortRules.All,
        .. ServiceEntryEndpointRules.All,
        .. SidecarRules.All,
        .. SidecarIngressRules.All,
        .. SidecarEgressRules.All,
        .. VirtualServiceRules.All,
        .. VirtualServiceHostRules.All,
        .. GatewayReferenceRules.All,
        .. HttpActionRules.All,
        .. HttpStatusRules.All,
        .. HttpMatchRules.All,
        .. StringMatchRules.All,
        .. RouteDestinationRules.All,
        .. RetryRules.All,
        .. FaultRules.All,
        .. HeaderRules.All,
        .. CorsRules.All,
        .. RewriteRules.All,
        .. TlsRouteRules.All,
        .. TcpRouteRules.All,
        .. UnreachableRouteRules.All,
        .. AuthorizationActionRules.All,
        .. AuthorizationSourceRules.All,
        .. AuthorizationOperationRules.All,
        .. AuthorizationConditionRules.All,
        .. PeerAuthenticationRules.All,
        .. JwtRules.All,
        .. WorkloadEntryRules.All,
        .. WorkloadGroupRules.All,
        .. EnvoyFilterRules.All,
        .. EnvoyMatchRules.All,
        .. EnvoyValueRules.All,
        .. TelemetryRules.All,
        .. ProxyConfigRules.All,
        .. WasmRules.All,
        .. TrafficExtensionRules.All,
    ];

    private static readonly FrozenDictionary<string, IstioRule[]> RulesOfKind = GroupOfKind.Keys.ToFrozenDictionary(
        kind => kind,
        kind => ObjectRules.Where(rule => rule.Rule.Kinds.Contains(kind)).ToArray(),
        StringComparer.Ordinal
    );

    /// <summary>The kinds whose objects have rules, ordinal.</summary>
    internal static IReadOnlyList<string> Kinds => [.. GroupOfKind.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every rule by code.</summary>
    public static IReadOnlyList<FindingRule> Rules { get; } =
    [
        .. ObjectRules
            .Select(rule => rule.Rule)
            .Concat([DuplicateObjects.Rule, OverlappingVirtualServices.Rule])
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    /// <summary>What is wrong with the given objects, in the order of reports; objects of other kinds are only compared with each
    /// other.</summary>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<Manifest> manifests)
    {
        ArgumentNullException.ThrowIfNull(manifests);

        // Objects are judged one by one and the findings sorted at the end, so it does not matter which core judges which.
        List<Finding> findings = [.. manifests.Where(IsIstio).ToArray().AsParallel().SelectMany(CheckObject)];
        findings.AddRange(DuplicateObjects.Check(manifests));
        findings.AddRange(
            OverlappingVirtualServices.Check(manifests.Where(manifest => manifest.Kind == "VirtualService" && IsIstio(manifest)))
        );
        findings.Sort(Finding.Order);
        return findings;
    }

    private static IEnumerable<Finding> CheckObject(Manifest manifest)
    {
        var subject = new Subject(manifest);
        return from rule in RulesOfKind[manifest.Kind]
            from problem in rule.Check(subject)
            select FindingOf(rule.Rule, manifest, problem.Field.Path, problem.Message);
    }

    internal static Finding FindingOf(FindingRule rule, Manifest manifest, string path, string message) =>
        new(rule.Severity, rule.Code, manifest.Cluster, manifest.Reference, path, QuotedText.Of(message), manifest.Source);

    private static bool IsIstio(Manifest manifest) => GroupOfKind.TryGetValue(manifest.Kind, out var group) && manifest.Group == group;
}
