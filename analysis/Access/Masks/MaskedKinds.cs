namespace MeshStack.Analysis.Access;

/// <summary>What masks mean, kind by kind: of Istio's own kinds every field counts that is not named here, of others those that are read.</summary>
internal static class MaskedKinds
{
    private const MaskEffect None = MaskEffect.None;
    private const MaskEffect Matched = MaskEffect.Matched;
    private const MaskEffect Unread = MaskEffect.Unread;

    private static readonly Dictionary<string, MaskRules> Rules = All().ToDictionary(StringComparer.Ordinal);

    private static readonly MaskRules Pods = OfPods("spec template");

    // Whatever has a pod's template makes pods of it.
    private static readonly MaskRules Others = new(None, ("spec template spec containers", Unread));

    private static readonly MaskRules Istiod = new(None, [.. MaskedMesh.Under("meshConfig"), ("global network", Unread), .. MaskedMesh.Redirection]);

    private static readonly MaskRules Gateways = new(None,
        ("name", Unread), ("labels", Unread), ("networkGateway", Unread), ("serviceAccount name", Unread), ("service type", Unread), ("service ports", Unread), ("service ports [] nodePort", None),
        ("service loadBalancerIP", Matched), ("service externalIPs []", Matched));

    /// <summary>One HTTP route of a VirtualService but for its matches; values of headers are unknown where they are matched.</summary>
    public static MaskRules Route { get; } = new(Unread,
    [
        ("match", None), ("delegate", None), .. InRoutes().Select(field => (field, None)),
        .. from at in new[] { "headers request", "route [] headers request" }
           from rule in new[] { ("set *", Matched), ("add *", Matched), ("set host", Unread), ("set :authority", Unread) }
           select ($"{at} {rule.Item1}", rule.Item2),
    ]);

    /// <summary>One entry of a route's match; its texts are unknown where they are matched.</summary>
    public static MaskRules RouteMatch { get; } = new(Unread,
        ("name", None), ("statPrefix", None), ("uri", Matched), ("scheme", Matched), ("method", Matched), ("authority", Matched), ("headers *", Matched), ("withoutHeaders *", Matched), ("queryParams *", Matched));

    /// <summary>One rule of an AuthorizationPolicy; which values a list has is unknown where they are matched, and which addresses and ports it has may leave out the rule.</summary>
    public static MaskRules PolicyRule { get; } = new(Unread,
    [
        ("from [] source * []", Matched), ("to [] operation * []", Matched), ("when [] values []", Matched), ("when [] notValues []", Matched),
        .. new[] { "ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks" }.Select(field => ($"from [] source {field} []", Unread)),
        .. new[] { "ports", "notPorts" }.Select(field => ($"to [] operation {field} []", Unread)),
    ]);

    /// <summary>One server of a Gateway.</summary>
    public static MaskRules Server { get; } = new(Unread, InServers().Select(field => (field, None)));

    /// <summary>The rules of an object.</summary>
    public static MaskRules RulesOf(Manifest manifest) => Rules.GetValueOrDefault(ClusterObjects.KindOf(manifest)) ?? (PodTemplate.Of(manifest) is not null ? Pods : Others);

    /// <summary>True for an object that makes pods, or would if what is hidden of it were a pod's template.</summary>
    public static bool MayBeWorkload(Manifest manifest) => PodTemplate.IsMadeOf(manifest) || !Rules.ContainsKey(ClusterObjects.KindOf(manifest));

    /// <summary>The rules of a release's values; null where no answer depends on its chart.</summary>
    public static MaskRules? RulesOf(ChartRelease release) => release.IsControlPlane ? Istiod : GatewayReleases.Is(release) ? Gateways : null;

    private static IEnumerable<KeyValuePair<string, MaskRules>> All() =>
    [
        .. OfPolicies(), .. OfRouting(), .. OfServices(), .. OfKubernetes(),
        .. PodTemplate.Controllers.Select(kind => Of(kind, kind == "ReplicaSet" ? OfPods("spec template", ("spec replicas", Unread)) : OfPods("spec template"))),
        Of("CronJob", OfPods("spec jobTemplate spec template")),
        Of("Pod", OfPods("")),
        Of("IstioOperator", new(None, [.. Named, .. MaskedMesh.Under("spec meshConfig"), ("spec revision", Unread), ("spec values global network", Unread)])),
        Of("sailoperator.io/Istio", new(None, [.. Named, .. MaskedMesh.Under("spec values meshConfig"), ("spec values global network", Unread)])),
    ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfPolicies() =>
    [
        Of("AuthorizationPolicy", Istio(("metadata annotations istio.io/dry-run", Unread), ("spec rules", Matched), ("spec provider", None), ("spec targetRef *", None), ("spec targetRefs []", None))),
        Of("PeerAuthentication", Istio(("spec mtls", Matched), ("spec portLevelMtls", Matched))),
        Of("RequestAuthentication", Istio(("spec jwtRules [] jwks", None), ("spec jwtRules [] jwksUri", None), ("spec jwtRules [] timeout", None), ("spec targetRef *", None), ("spec targetRefs []", None))),
        Of("EnvoyFilter", new(None, [.. Named, ("spec workloadSelector", Unread), ("spec targetRefs", Unread), ("spec targetRefs []", None), ("spec configPatches [] match context", Unread)])),
        .. new[] { "WasmPlugin", "TrafficExtension" }.Select(kind => Of(kind, new(None, [.. Named, ("spec selector", Unread), ("spec targetRefs", Unread), ("spec targetRefs []", None), ("spec match [] mode", Unread)]))),
        Of("Sidecar", Istio(
            ("spec inboundConnectionPool", None), ("spec egress [] bind", None), ("spec egress [] captureMode", None), ("spec ingress [] bind", None), ("spec ingress [] captureMode", None),
            ("spec ingress [] defaultEndpoint", None), ("spec ingress [] connectionPool", None), ("spec ingress [] tls", None))),
    ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfRouting() =>
    [
        Of("VirtualService", Istio([("spec http []", Matched), ("spec tls", Matched), ("spec tcp", Matched), .. InRoutes().Select(field => ($"spec http [] {field}", None))])),
        Of("DestinationRule", Istio([.. InTrafficPolicies().Select(field => (field, None))])),
        Of("Gateway", Istio([("spec servers []", Matched), .. InServers().Select(field => ($"spec servers [] {field}", None))])),
        .. OfGatewayApi(),
    ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfServices() =>
    [
        Of("ServiceEntry", Istio(("spec endpoints [] locality", None), ("spec endpoints [] weight", None))),
        Of("WorkloadEntry", Istio(("metadata labels", Unread), ("spec locality", None), ("spec weight", None))),
        Of("Service", new(None,
        [
            .. Named, ("metadata creationTimestamp", Unread), ("metadata annotations networking.istio.io/exportTo", Unread), ($"metadata labels {MeshConfigurationReader.NetworkLabel}", Unread), ("metadata labels networking.istio.io/gatewayPort", Unread),
            ("spec selector", Unread), ("spec ports", Unread), ("spec type", Unread), ("spec externalName", Unread), ("spec clusterIP", Unread),
            ("spec loadBalancerIP", Matched), ("spec externalIPs []", Matched), ("status loadBalancer ingress []", Matched),
        ])),
        Of("discovery.k8s.io/EndpointSlice", new(None, [.. Named, ("metadata labels kubernetes.io/service-name", Unread), ("endpoints [] addresses", Unread), ("endpoints [] conditions ready", Unread), ("ports", Unread)])),
        Of("Endpoints", new(None, [.. Named, ("subsets [] addresses [] ip", Unread), ("subsets [] ports", Unread)])),
    ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfKubernetes() =>
    [
        Of("Namespace", new(None, [.. Named, ("metadata labels", Matched), ("metadata annotations topology.istio.io/controlPlaneClusters", Matched)])),
        Of("Secret", new(None, ("metadata labels istio/multiCluster", Matched), ("metadata annotations networking.istio.io/cluster", Matched), ("data *", None), ("stringData *", None), ("data", Matched), ("stringData", Matched))),
        Of("ConfigMap", new(None, ("metadata name", Matched), ("data mesh", Matched), ("data meshNetworks", Matched), ("data values", Matched))),
    ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfGatewayApi() =>
    [
        Of($"{GatewayApi.Group}/Gateway", new(None,
        [
            .. Named, ("spec gatewayClassName", Unread), ("spec addresses", Unread), ("spec listeners [] name", Unread), ("spec listeners [] port", Unread), ("spec listeners [] hostname", Unread), ("spec listeners [] protocol", Unread),
            ("spec listeners [] allowedRoutes namespaces from", Unread),
        ])),
        Of($"{GatewayApi.Group}/GatewayClass", new(None, ("metadata name", Unread), ("spec controllerName", Unread))),
        .. GatewayApi.RouteKinds.Select(kind => Of($"{GatewayApi.Group}/{kind}", new(None,
        [
            .. Named, ("spec parentRefs", Unread), ("spec hostnames", Unread), ("spec rules [] backendRefs [] name", Unread), ("spec rules [] backendRefs [] namespace", Unread), ("spec rules [] backendRefs [] kind", Unread), ("spec rules [] backendRefs [] port", Unread),
        ]))),
        Of("networking.k8s.io/Ingress", new(None,
        [
            .. Named, ("metadata annotations kubernetes.io/ingress.class", Unread), ("spec ingressClassName", Unread), ("spec defaultBackend", Unread), ("spec rules [] host", Unread), ("spec rules [] http paths [] backend", Unread),
            ("spec tls", Unread), ("spec tls []", None),
        ])),
        Of("networking.k8s.io/IngressClass", new(None, ("metadata name", Unread), ("spec controller", Unread))),
    ];

    // Whatever objects are called has a say in what they are for.
    private static (string Path, MaskEffect Effect)[] Named => [("metadata name", Unread), ("metadata namespace", Unread)];

    private static KeyValuePair<string, MaskRules> Of(string kind, MaskRules rules) => KeyValuePair.Create(kind, rules);

    private static MaskRules Istio(params IEnumerable<(string Path, MaskEffect Effect)> rules) =>
        new(Unread, [("metadata", None), ("metadata creationTimestamp", Unread), ("status", None), .. Named, .. rules]);

    // What an application is given, its environment and arguments among it, says nothing about access.
    private static MaskRules OfPods(string at, params IEnumerable<(string Path, MaskEffect Effect)> more) => new(None,
    [
        .. Named, ($"{at} metadata labels", Unread), .. PodTemplate.ReadAnnotations.Select(name => ($"{at} metadata annotations {name}", Unread)),
        ("metadata ownerReferences", Unread), ("status podIP", Unread),
        .. new[] { "serviceAccountName", "serviceAccount", "hostNetwork", "containers [] name", "containers [] ports [] name", "containers [] ports [] containerPort", "initContainers [] name" }.Select(field => ($"{at} spec {field}", Unread)),
        ($"{at} spec containers [] args", Matched), .. more,
    ]);

    private static IEnumerable<string> InRoutes() =>
    [
        "name", "timeout", "retries", "mirror", "mirrors", "mirrorPercent", "mirrorPercentage", "corsPolicy", "redirect", "directResponse", "fault delay", "fault abort httpStatus", "fault abort grpcStatus", "fault abort http2Error",
        "headers response", "route [] headers response",
    ];

    private static IEnumerable<string> InTrafficPolicies() =>
        from at in new[] { "spec trafficPolicy", "spec trafficPolicy portLevelSettings []", "spec subsets [] trafficPolicy", "spec subsets [] trafficPolicy portLevelSettings []" }
        from field in new[]
        {
            "connectionPool", "loadBalancer", "outlierDetection", "retryBudget", "proxyProtocol", "tunnel",
            "tls clientCertificate", "tls privateKey", "tls caCertificates", "tls credentialName", "tls caCrl", "tls insecureSkipVerify",
        }
        select $"{at} {field}";

    private static IEnumerable<string> InServers() =>
    [
        "name", "bind", "defaultEndpoint", "port name",
        .. new[]
        {
            "credentialName", "credentialNames", "serverCertificate", "privateKey", "tlsCertificates", "caCertificates", "caCertCredentialName", "caCrl", "subjectAltNames", "verifyCertificateSpki", "verifyCertificateHash",
            "minProtocolVersion", "maxProtocolVersion", "cipherSuites",
        }.Select(field => $"tls {field}"),
    ];
}
