namespace MeshStack.Definition.Tests.IstioRecords;

/// <summary>What the tables do not say: names, and which texts only a deployment may know.</summary>
/// <remarks>A place is a record and its field, or a field alone for every record; the more exact one wins.</remarks>
internal static class RecordNames
{
    /// <summary>The kinds that have records.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "AuthorizationPolicy",
        "DestinationRule",
        "Gateway",
        "PeerAuthentication",
        "ProxyConfig",
        "RequestAuthentication",
        "ServiceEntry",
        "Sidecar",
        "Telemetry",
        "VirtualService",
        "WorkloadEntry",
    ];

    /// <summary>Texts that may be known at a deployment only.</summary>
    public static IReadOnlySet<string> LateTexts { get; } = Set("ServiceEntryEndpoint.address", "ServiceEntrySpec.addresses");

    /// <summary>Lists that say something even where they are empty.</summary>
    public static IReadOnlySet<string> MeantEmpty { get; } = Set("AuthorizationPolicySpec.rules");

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
            FaultAbort: abort
            FaultDelay: delay
            GatewayPort: GatewayServer.port
            GatewayServer: servers
            HeaderOperations: Headers.request Headers.response
            HttpConnectionPool: ConnectionPoolSettings.http
            HttpCookieAttribute: HttpCookie.attributes
            HttpFault: fault
            HttpMatch: HttpRoute.match
            HttpMirror: mirrors
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
            MatchLabelsSelector: selector DestinationRuleSpec.workloadSelector
            MetricsMatch: MetricsOverride.match
            MetricsOverride: overrides
            MutualTls: mtls portLevelMtls
            Percent: percentage mirrorPercentage
            PolicyTargetReference: targetRef targetRefs
            PortSelector: PortTrafficPolicy.port Destination.port
            PortTrafficPolicy: portLevelSettings
            ProxyImage: ProxyConfigSpec.image
            RegexRewrite: uriRegexRewrite
            ResponseBody: DirectResponse.body
            RouteDestination: TcpRoute.route TlsRoute.route
            ServerTlsSettings: GatewayServer.tls SidecarIngress.tls
            ServiceEntryEndpoint: endpoints WorkloadEntry.spec
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
            TelemetryMatch: AccessLogging.match Tracing.match
            TelemetryProvider: providers
            TlsCertificate: tlsCertificates
            TlsMatch: TlsRoute.match
            TlsRoute: VirtualServiceSpec.tls
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
            JwtPresence: presence
            LoadBalancerAlgorithm: simple
            MutualTlsMode: MutualTls.mode
            OutboundTrafficMode: OutboundTrafficPolicy.mode
            ProxyProtocolVersion: ProxyProtocol.version
            RedirectPort: derivePort
            ServerTlsMode: ServerTlsSettings.mode
            ServiceEntryLocation: location
            ServiceEntryResolution: resolution
            TagOperation: TagOverride.operation
            TelemetryMetric: MetricsMatch.metric
            TelemetryMode: TelemetryMatch.mode MetricsMatch.mode
            TlsProtocolVersion: minProtocolVersion maxProtocolVersion
            """
        );

    private static Dictionary<string, string> Values { get; } =
        Places(
            """
            Auto: TlsProtocolVersion.TLS_AUTO
            Tls10: TlsProtocolVersion.TLSV1_0
            Tls11: TlsProtocolVersion.TLSV1_1
            Tls12: TlsProtocolVersion.TLSV1_2
            Tls13: TlsProtocolVersion.TLSV1_3
            """
        );

    /// <summary>The record of a kind's spec.</summary>
    public static string Spec(string kind) => Types.GetValueOrDefault(kind + ".spec", kind + "Spec");

    /// <summary>The record of a field that is an object, or of its items.</summary>
    public static string Type(string record, string field) => Find(Types, record, field) ?? Pascal(field);

    /// <summary>The member of a field.</summary>
    public static string Member(string record, string field) => Find(Members, record, field) ?? Pascal(field);

    /// <summary>The constants of a field with fixed values.</summary>
    public static string Enum(string record, string field) => Find(Enums, record, field) ?? Pascal(field);

    /// <summary>The constant of a value.</summary>
    public static string Value(string constants, string value) =>
        Find(Values, constants, value) ?? string.Concat(value.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant()));

    private static string? Find(Dictionary<string, string> names, string record, string field) =>
        names.GetValueOrDefault($"{record}.{field}") ?? names.GetValueOrDefault(field);

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
