using MeshStack.Manifests;

namespace MeshStack.Generate.Istio;

/// <summary>What the tables do not say: names, and which texts only a deployment may know.</summary>
/// <remarks>A place is a type and its field, or a field alone for every type; the more exact one wins.</remarks>
internal static class IstioNames
{
    /// <summary>Texts that may be known at a deployment only.</summary>
    public static IReadOnlySet<string> LateTexts { get; } = Set("ServiceEntryEndpoint.address", "ServiceEntrySpec.addresses");

    /// <summary>Lists that say something even where they are empty.</summary>
    public static IReadOnlySet<string> MeantEmpty { get; } = Set("AuthorizationPolicySpec.rules");

    /// <summary>Kinds whose objects say something even without a spec.</summary>
    public static IReadOnlySet<string> MeantWithoutSpec { get; } = Set("AuthorizationPolicy", "PeerAuthentication");

    /// <summary>Fields that a schema leaves open, and without which istiod refuses the object.</summary>
    private static HashSet<string> RequiredByIstiod { get; } =
        Set(
            "AuthorizationFrom.source",
            "AuthorizationProvider.name",
            "AuthorizationTo.operation",
            "GatewaySpec.servers",
            "PortSelector.number",
            "RegexRewrite.match",
            "RegexRewrite.rewrite"
        );

    private static Dictionary<string, string> Types { get; } =
        Places(
            """
            AccessLoggingFilter: AccessLogging.filter
            AuthorizationCondition: when
            AuthorizationFrom: AuthorizationRule.from
            AuthorizationOperation: operation
            AuthorizationProvider: AuthorizationPolicySpec.provider
            AuthorizationRule: rules
            AuthorizationSource: source
            AuthorizationTo: AuthorizationRule.to
            ClaimHeader: outputClaimToHeaders
            ClientTlsSettings: TrafficPolicy.tls PortTrafficPolicy.tls
            ConnectionPoolSettings: connectionPool inboundConnectionPool
            CustomTag: customTags
            CustomTagEnvironment: CustomTag.environment
            CustomTagFormatter: CustomTag.formatter
            CustomTagHeader: CustomTag.header
            CustomTagLiteral: CustomTag.literal
            Destination: mirror egressProxy
            EnvVar: env
            EnvoyClusterMatch: EnvoyConfigMatch.cluster
            EnvoyConfigMatch: EnvoyConfigPatch.match
            EnvoyConfigPatch: configPatches
            EnvoyFilterChainMatch: filterChain
            EnvoyFilterMatch: EnvoyFilterChainMatch.filter EnvoyWaypointMatch.filter
            EnvoyListenerMatch: listener
            EnvoyPatch: patch
            EnvoyProxyMatch: proxy
            EnvoyRouteConfigurationMatch: routeConfiguration
            EnvoyRouteMatch: EnvoyVirtualHostMatch.route
            EnvoySubFilterMatch: subFilter
            EnvoyVirtualHostMatch: vhost
            EnvoyWaypointMatch: waypoint
            EnvoyWaypointRouteMatch: EnvoyWaypointMatch.route
            ExecProbe: exec
            FaultAbort: abort
            FaultDelay: delay
            GatewayPort: GatewayServer.port
            GatewayServer: servers
            GrpcProbe: WorkloadProbe.grpc
            HeaderOperations: Headers.request Headers.response
            HttpConnectionPool: ConnectionPoolSettings.http
            HttpCookieAttribute: HttpCookie.attributes
            HttpFault: fault
            HttpGetProbe: httpGet
            HttpMatch: HttpRoute.match
            HttpMirror: mirrors
            HttpProbeHeader: httpHeaders
            HttpRedirect: redirect
            HttpRetry: retries
            HttpRewrite: HttpRoute.rewrite
            HttpRoute: VirtualServiceSpec.http
            HttpRouteDestination: HttpRoute.route
            JwtHeader: fromHeaders
            JwtRule: jwtRules
            LoadBalancerSettings: loadBalancer
            LocalityDistribute: distribute
            LocalityFailover: failover
            LuaExtension: lua
            MatchLabelsSelector: selector DestinationRuleSpec.workloadSelector
            MetricsMatch: MetricsOverride.match
            MetricsOverride: overrides
            MutualTls: mtls portLevelMtls
            Percent: percentage mirrorPercentage
            PolicyTargetReference: targetRef targetRefs
            PortSelector: PortTrafficPolicy.port Destination.port TrafficSelector.ports
            PortTrafficPolicy: portLevelSettings
            ProxyImage: ProxyConfigSpec.image
            RegexRewrite: uriRegexRewrite
            ResponseBody: DirectResponse.body
            RouteDestination: TcpRoute.route TlsRoute.route
            ServerTlsSettings: GatewayServer.tls SidecarIngress.tls
            ServiceEntryEndpoint: endpoints WorkloadEntry.spec WorkloadGroupSpec.template
            ServiceEntryPort: ServiceEntrySpec.ports
            SidecarEgress: SidecarSpec.egress
            SidecarIngress: SidecarSpec.ingress
            SidecarPort: SidecarEgress.port SidecarIngress.port
            StringMatch: allowOrigins authority method scheme uri HttpMatch.headers queryParams withoutHeaders
            Subset: subsets
            TagOverride: tagOverrides
            TcpConnectionPool: ConnectionPoolSettings.tcp
            TcpMatch: TcpRoute.match
            TcpRoute: VirtualServiceSpec.tcp
            TcpSocketProbe: tcpSocket
            TelemetryMatch: AccessLogging.match Tracing.match
            TelemetryProvider: providers
            TlsCertificate: tlsCertificates
            TlsMatch: TlsRoute.match
            TlsRoute: VirtualServiceSpec.tls
            TrafficSelector: WasmPluginSpec.match TrafficExtensionSpec.match
            WasmExtension: wasm
            WorkloadGroupMetadata: WorkloadGroupSpec.metadata
            WorkloadProbe: probe
            """
        );

    private static Dictionary<string, string> Members { get; } =
        Places(
            """
            Algorithm: LoadBalancerSettings.simple
            Base64: ResponseBody.bytes
            Cookie: ConsistentHash.httpCookie
            ExactValue: StringMatch.exact
            Hash: LoadBalancerSettings.consistentHash
            JwksUriUnderscored: JwtRule.jwks_uri
            MirrorPercentUnderscored: HttpRoute.mirror_percent
            PrefixValue: StringMatch.prefix
            RegexValue: StringMatch.regex
            Text: ResponseBody.string
            Utilization: LoadBalancerSettings.backendUtilization
            """
        );

    private static Dictionary<string, string> Enums { get; } =
        Places(
            """
            AuthorizationAction: AuthorizationPolicySpec.action
            ClientTlsMode: ClientTlsSettings.mode
            EnvVarSource: valueFrom
            EnvoyApplyTo: applyTo
            EnvoyFilterClass: filterClass
            EnvoyPatchContext: context
            EnvoyPatchOperation: EnvoyPatch.operation
            EnvoyRouteAction: EnvoyRouteMatch.action
            JwtPresence: presence
            LoadBalancerAlgorithm: simple
            MutualTlsMode: MutualTls.mode
            OutboundTrafficMode: OutboundTrafficPolicy.mode
            PluginType: WasmPluginSpec.type WasmExtension.type
            ProxyProtocolVersion: ProxyProtocol.version
            RedirectPort: derivePort
            ServerTlsMode: ServerTlsSettings.mode
            ServiceEntryLocation: location
            ServiceEntryResolution: resolution
            TagOperation: TagOverride.operation
            TelemetryMetric: MetricsMatch.metric
            TelemetryMode: TelemetryMatch.mode MetricsMatch.mode
            TlsProtocolVersion: minProtocolVersion maxProtocolVersion
            TrafficExtensionPhase: TrafficExtensionSpec.phase
            WasmPluginPhase: WasmPluginSpec.phase
            WorkloadMode: TrafficSelector.mode
            """
        );

    private static Dictionary<string, string> Values { get; } =
        Places(
            """
            Auto: TlsProtocolVersion.TLS_AUTO
            Kubernetes: ClientType.k8s
            OpenShift: Platform.openshift
            Tls10: TlsProtocolVersion.TLSV1_0
            Tls11: TlsProtocolVersion.TLSV1_1
            Tls12: TlsProtocolVersion.TLSV1_2
            Tls13: TlsProtocolVersion.TLSV1_3
            """
        );

    /// <summary>Whether an object is refused without a field.</summary>
    public static bool IsRequired(string type, string field, StructuralSchema schema) =>
        schema.Required.Contains(field) || RequiredByIstiod.Contains($"{type}.{field}");

    /// <summary>The type of a kind's spec.</summary>
    public static string Spec(string kind) => Types.GetValueOrDefault(kind + ".spec", kind + "Spec");

    /// <summary>The type of a field that is an object, or of its items.</summary>
    public static string Type(string type, string field) => Find(Types, type, field) ?? Pascal(field);

    /// <summary>The member of a field.</summary>
    public static string Member(string type, string field) => Find(Members, type, field) ?? Pascal(field);

    /// <summary>The type of a field with fixed values.</summary>
    public static string Enum(string type, string field) => Find(Enums, type, field) ?? Pascal(field);

    /// <summary>The member of a value.</summary>
    public static string Value(string type, string value) => Find(Values, type, value) ?? string.Concat(value.Split('_', '-').Select(Word));

    private static string? Find(Dictionary<string, string> names, string type, string field) =>
        names.GetValueOrDefault($"{type}.{field}") ?? names.GetValueOrDefault(field);

    // IN_CAPITALS, in-small-letters, or as a name already.
    private static string Word(string word) => word.Any(char.IsLower) ? Pascal(word) : word[..1] + word[1..].ToLowerInvariant();

    private static string Pascal(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    private static HashSet<string> Set(params string[] places) => new(places, StringComparer.Ordinal);

    private static Dictionary<string, string> Places(string table) =>
        (
            from line in table.Split('\n')
            let parts = line.Split(": ")
            from place in parts[1].Split(' ')
            select (place, Name: parts[0])
        ).ToDictionary(one => one.place, one => one.Name, StringComparer.Ordinal);
}
