using System.Collections.Immutable;
using MeshStack.Istio;
using MeshStack.Manifests;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Components.Tests.Istio;

public sealed class RegistrationTests
{
    public static TheoryData<string, Type, Type> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, Type, Type>();
            foreach (var (name, resource, args) in IstioTypes.Kinds)
            {
                kinds.Add(name, resource, args);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task FullyFilledObjectArrivesWithEveryFieldOfTheCRD(string kind, Type resource, Type args)
    {
        var crd = IstioKind.Named(kind);
        var registration = await Registration.From(() => Activator.CreateInstance(resource, "x", Sample.Of(args), null));

        Assert.Equal($"kubernetes:{crd.Group}/{crd.Version}:{kind}", registration.Type);
        Assert.Equal($"{crd.Group}/{crd.Version}", registration.Inputs["apiVersion"]);
        Assert.Equal(kind, registration.Inputs["kind"]);
        Assert.Empty(Unlike(registration.Spec, crd.Spec, "spec"));
    }

    [Fact]
    public async Task VirtualServiceArrivesWithTheNamesOfTheWire()
    {
        var registration = await Registration.From(() =>
            _ = new VirtualService(
                "shop",
                new VirtualServiceArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "shop", Namespace = "store" },
                    Spec = new VirtualServiceSpecArgs
                    {
                        Hosts = { "shop.example.com" },
                        Gateways = { "istio-ingress/public", "mesh" },
                        Http =
                        {
                            new HttpRouteArgs
                            {
                                Name = "api",
                                Match =
                                {
                                    new HttpMatchArgs
                                    {
                                        Uri = StringMatchArgs.Prefix("/api"),
                                        Headers = { ["x-tenant"] = StringMatchArgs.Exact("blue"), ["x-trace"] = StringMatchArgs.Present() },
                                    },
                                },
                                Route =
                                {
                                    new HttpRouteDestinationArgs
                                    {
                                        Destination = new DestinationArgs
                                        {
                                            Host = "shop",
                                            Subset = "v2",
                                            Port = new PortSelectorArgs { Number = 8080 },
                                        },
                                        Weight = 10,
                                        Headers = new HeadersArgs
                                        {
                                            Response = new HeaderOperationsArgs { Set = { ["x-v"] = "2" }, Remove = { "server" } },
                                        },
                                    },
                                    new HttpRouteDestinationArgs
                                    {
                                        Destination = new DestinationArgs { Host = "shop", Subset = "v1" },
                                        Weight = 90,
                                    },
                                },
                                Timeout = "10s",
                                Retries = new HttpRetryArgs
                                {
                                    Attempts = 3,
                                    PerTryTimeout = "2s",
                                    RetryOn = "5xx,reset",
                                    RetryRemoteLocalities = true,
                                },
                                Fault = new HttpFaultArgs
                                {
                                    Delay = FaultDelayArgs.Fixed("5s", 0.5),
                                    Abort = FaultAbortArgs.Grpc("UNAVAILABLE"),
                                },
                                CorsPolicy = new CorsPolicyArgs
                                {
                                    AllowOrigins = { StringMatchArgs.Regex(".*") },
                                    UnmatchedPreflights = UnmatchedPreflights.Ignore,
                                },
                            },
                            new HttpRouteArgs
                            {
                                Redirect = HttpRedirectArgs.ToDerivedPort(RedirectPort.FromProtocolDefault, scheme: "https"),
                            },
                        },
                    },
                }
            )
        );

        Assert.Equal("kubernetes:networking.istio.io/v1:VirtualService", registration.Type);
        AssertSpec(
            """
            {"gateways":["istio-ingress/public","mesh"],
            "hosts":["shop.example.com"],
            "http":[
            {"corsPolicy":{"allowOrigins":[{"regex":".*"}],"unmatchedPreflights":"IGNORE"},
            "fault":{"abort":{"grpcStatus":"UNAVAILABLE"},"delay":{"fixedDelay":"5s","percentage":{"value":0.5}}},
            "match":[{"headers":{"x-tenant":{"exact":"blue"},"x-trace":{}},"uri":{"prefix":"/api"}}],
            "name":"api",
            "retries":{"attempts":3,"perTryTimeout":"2s","retryOn":"5xx,reset","retryRemoteLocalities":true},
            "route":[
            {"destination":{"host":"shop","port":{"number":8080},"subset":"v2"},
            "headers":{"response":{"remove":["server"],"set":{"x-v":"2"}}},"weight":10},
            {"destination":{"host":"shop","subset":"v1"},"weight":90}],
            "timeout":"10s"},
            {"redirect":{"derivePort":"FROM_PROTOCOL_DEFAULT","scheme":"https"}}]}
            """,
            registration
        );
    }

    [Fact]
    public async Task DestinationRuleArrivesWithTheNamesOfTheWire()
    {
        var registration = await Registration.From(() =>
            _ = new DestinationRule(
                "shop",
                new DestinationRuleArgs
                {
                    Spec = new DestinationRuleSpecArgs
                    {
                        Host = "shop.store.svc.cluster.local",
                        ExportTo = { "." },
                        TrafficPolicy = new TrafficPolicyArgs
                        {
                            Tls = ClientTlsSettingsArgs.IstioMutual("outbound_.8080_._.shop.store.svc.cluster.local"),
                            LoadBalancer = LoadBalancerSettingsArgs.ConsistentHash(
                                ConsistentHashArgs.HttpCookie("user", ttl: "0s").WithMaglev(65537),
                                new LocalityLbSettingArgs { Enabled = true, FailoverPriority = { "topology.kubernetes.io/region" } }
                            ),
                            ConnectionPool = new ConnectionPoolSettingsArgs
                            {
                                Tcp = new TcpConnectionPoolArgs
                                {
                                    MaxConnections = 100,
                                    TcpKeepalive = new TcpKeepaliveArgs { Time = "600s", Probes = 3 },
                                },
                                Http = new HttpConnectionPoolArgs
                                {
                                    H2UpgradePolicy = H2UpgradePolicy.DoNotUpgrade,
                                    MaxRequestsPerConnection = 1,
                                },
                            },
                            OutlierDetection = new OutlierDetectionArgs
                            {
                                Consecutive5xxErrors = 5,
                                Interval = "10s",
                                MaxEjectionPercent = 50,
                            },
                        },
                        Subsets =
                        {
                            new SubsetArgs
                            {
                                Name = "v1",
                                Labels = { ["version"] = "v1" },
                                TrafficPolicy = new TrafficPolicyArgs
                                {
                                    LoadBalancer = LoadBalancerSettingsArgs.Simple(
                                        LoadBalancerAlgorithm.RoundRobin,
                                        warmup: new WarmupArgs { Duration = "30s", MinimumPercent = 12.5 }
                                    ),
                                },
                            },
                        },
                    },
                }
            )
        );

        Assert.Equal("kubernetes:networking.istio.io/v1:DestinationRule", registration.Type);
        AssertSpec(
            """
            {"exportTo":["."],
            "host":"shop.store.svc.cluster.local",
            "subsets":[{"labels":{"version":"v1"},"name":"v1",
            "trafficPolicy":{"loadBalancer":{"simple":"ROUND_ROBIN","warmup":{"duration":"30s","minimumPercent":12.5}}}}],
            "trafficPolicy":{
            "connectionPool":{
            "http":{"h2UpgradePolicy":"DO_NOT_UPGRADE","maxRequestsPerConnection":1},
            "tcp":{"maxConnections":100,"tcpKeepalive":{"probes":3,"time":"600s"}}},
            "loadBalancer":{
            "consistentHash":{"httpCookie":{"name":"user","ttl":"0s"},"maglev":{"tableSize":65537}},
            "localityLbSetting":{"enabled":true,"failoverPriority":["topology.kubernetes.io/region"]}},
            "outlierDetection":{"consecutive5xxErrors":5,"interval":"10s","maxEjectionPercent":50},
            "tls":{"mode":"ISTIO_MUTUAL","sni":"outbound_.8080_._.shop.store.svc.cluster.local"}}}
            """,
            registration
        );
    }

    [Fact]
    public async Task AuthorizationPolicyWithoutRulesCarriesNoRules()
    {
        var registration = await Registration.From(() =>
            _ = new AuthorizationPolicy(
                "nobody",
                new AuthorizationPolicyArgs
                {
                    Spec = AuthorizationPolicySpecArgs.ForWorkloads(new() { ["app"] = "shop" }, AuthorizationAction.Allow),
                }
            )
        );

        AssertSpec("""{"action":"ALLOW","selector":{"matchLabels":{"app":"shop"}}}""", registration);
    }

    [Fact]
    public async Task ValuesMayBeOutputs()
    {
        var registration = await Registration.From(() =>
            _ = new PeerAuthentication(
                "strict",
                new PeerAuthenticationArgs
                {
                    Spec = new PeerAuthenticationSpecArgs
                    {
                        Selector = new MatchLabelsSelectorArgs { MatchLabels = { ["app"] = Output.Create("shop") } },
                        Mtls = new MutualTlsArgs { Mode = Output.Create(MutualTlsMode.Strict) },
                        PortLevelMtls = { ["8080"] = new MutualTlsArgs { Mode = MutualTlsMode.Permissive } },
                    },
                }
            )
        );

        AssertSpec(
            """{"mtls":{"mode":"STRICT"},"portLevelMtls":{"8080":{"mode":"PERMISSIVE"}},"selector":{"matchLabels":{"app":"shop"}}}""",
            registration
        );
    }

    [Fact]
    public async Task MissingHostStopsTheRunAndIsNamed()
    {
        var failure = await RunFailure.OfAsync(() =>
            Registration.From(() =>
                _ = new DestinationRule("x", new DestinationRuleArgs { Spec = new DestinationRuleSpecArgs { ExportTo = { "*" } } })
            )
        );

        Assert.Contains("DestinationRuleSpecArgs.Host is required", failure, StringComparison.Ordinal);
    }

    private static void AssertSpec(string json, Registration registration) =>
        Assert.Equal(json.ReplaceLineEndings(""), registration.SpecJson);

    private static IEnumerable<string> Unlike(object value, StructuralSchema schema, string path) =>
        (schema.TypeName(), value) switch
        {
            ("x-kubernetes-preserve-unknown-fields", IReadOnlyDictionary<string, object> map) => map["key"] is "text" ? [] : [path],
            ("object", IReadOnlyDictionary<string, object> map) when schema.AdditionalProperties is { } values => Unlike(
                map["key"],
                values,
                path + ".*"
            ),
            ("object", IReadOnlyDictionary<string, object> map) => from name in schema.Properties.Keys.Union(map.Keys)
            from field in schema.Properties.TryGetValue(name, out var inner) && map.TryGetValue(name, out var given)
                ? Unlike(given, inner, $"{path}.{name}")
                : [$"{path}.{name}"]
            select field,
            ("array", ImmutableArray<object> list) => Unlike(list.Single(), schema.Items!, path + "[]"),
            ("string", string text) when schema.Enum.Count > 0 => text == schema.Enum[^1] ? [] : [$"{path}: {text}"],
            ("string", "text") or ("integer", 7.0) or ("number", 1.5) or ("boolean", true) => [],
            _ => [$"{path}: {value}"],
        };
}
