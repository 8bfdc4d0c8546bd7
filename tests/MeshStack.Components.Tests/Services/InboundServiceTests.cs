using MeshStack.Istio;

namespace MeshStack.Components.Tests.Services;

public sealed class InboundServiceTests
{
    [Fact]
    public async Task AServiceIsClosedUntilSomebodyIsLetIn()
    {
        var policies = await TwoClusters.SpecsAsync("AuthorizationPolicy", t => t.Web());
        var policy = Assert.Single(policies);
        Assert.Equal("east shop/web-allow-nothing", policy.Key);
        Assert.Equal(
            """
            spec:
              selector:
                matchLabels:
                  app: web
            """,
            policy.Value
        );
    }

    [Theory]
    [InlineData(null, "STRICT")]
    [InlineData("STRICT", "STRICT")]
    [InlineData("PERMISSIVE", "PERMISSIVE")]
    public async Task MutualTlsIsStrictUnlessSaidOtherwise(string? given, string mode)
    {
        var policies = await TwoClusters.SpecsAsync(
            "PeerAuthentication",
            t => t.Web(a => a.MutualTls = given is null ? null : MutualTlsMode.Parse(given))
        );
        Assert.Contains($"mode: {mode}", policies["east shop/web"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheEastWestGatewayForwardsThisServiceOnly()
    {
        var gateways = await TwoClusters.SpecsAsync("Gateway", t => t.Web());
        Assert.Equal(
            """
            spec:
              selector:
                istio: eastwestgateway
              servers:
              - hosts:
                - web.shop.svc.cluster.local
                port:
                  name: tls-web
                  number: 15443
                  protocol: TLS
                tls:
                  mode: AUTO_PASSTHROUGH
            """,
            Assert.Single(gateways).Value
        );
    }

    [Fact]
    public async Task TrafficSettingsAreTheDestinationRulesOfTheServiceItself()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t =>
                t.Web(a =>
                {
                    a.LoadBalancing = LoadBalancerSettingsArgs.ConsistentHash(ConsistentHashArgs.SourceIp().WithMaglev(251));
                    a.ConnectionPool = new() { Tcp = new MeshStack.Istio.TcpConnectionPoolArgs { MaxConnections = 10 } };
                    a.OutlierDetection = new() { Consecutive5xxErrors = 7, Interval = "5m" };
                })
        );
        Assert.Equal(
            """
            spec:
              host: web.shop.svc.cluster.local
              trafficPolicy:
                connectionPool:
                  tcp:
                    maxConnections: 10
                loadBalancer:
                  consistentHash:
                    maglev:
                      tableSize: 251
                    useSourceIp: true
                outlierDetection:
                  consecutive5xxErrors: 7
                  interval: 5m
                tls:
                  mode: ISTIO_MUTUAL
            """,
            rules["east shop/web"]
        );
    }

    [Fact]
    public async Task AnExternalNameListensRoutesAndKeepsItsSecretAtTheGateway()
    {
        var root = Trust.Authority.Root();
        var recording = await TwoClusters.RunAsync(t =>
            t.Web(a =>
            {
                a.ExternalName = "shop.example.com";
                a.ExternalTls = ServerTlsMode.Mutual;
                a.Certificates = new()
                {
                    Certificate = root.Pem,
                    PrivateKey = root.KeyPem,
                    CaCertificate = root.Pem,
                };
            })
        );
        Assert.Equal(
            ["Gateway shop/web-ingress", "Secret istio-ingress/web-credential", "VirtualService shop/web-ingress"],
            recording
                .Manifests.Where(m => m.Name is "web-ingress" or "web-credential")
                .Select(m => m.Reference)
                .Order(StringComparer.Ordinal)
        );
        var secret = recording.Manifests.Single(m => m.Name == "web-credential");
        Assert.Equal("kubernetes.io/tls", secret.Body["type"]);
        Assert.Equal(
            ["ca.crt", "tls.crt", "tls.key"],
            ((IReadOnlyDictionary<string, object?>)secret.Body["stringData"]!).Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task AHeadlessServiceHasAServicePerInstance()
    {
        var services = await TwoClusters.SpecsAsync(
            "Service",
            t => t.Web(a => (a.Headless, a.Instances, a.StatefulSet) = (true, 2, "web-set"))
        );
        Assert.Equal(["east shop/web-0", "east shop/web-1"], services.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("statefulset.kubernetes.io/pod-name: web-set-1", services["east shop/web-1"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutASidecarTheGatewayEndsMutualTlsAndStaysOpenForTheOthers()
    {
        var recording = await TwoClusters.RunAsync(t => t.Web(a => a.Sidecar = false));
        var objects = recording
            .Manifests.Where(m => m.Kind != "Namespace")
            .Select(m => $"{m.Cluster} {m.Reference}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "east AuthorizationPolicy istio-system/web-passthrough",
                "east Gateway shop/web-east-west",
                "east VirtualService shop/web-east-west",
            ],
            objects
        );
    }

    [Fact]
    public async Task LoadBalancingHasAllOfIstiosSettings()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t =>
                t.Web(a =>
                    a.LoadBalancing = LoadBalancerSettingsArgs.ConsistentHash(
                        ConsistentHashArgs.HttpCookie("cart"),
                        new LocalityLbSettingArgs
                        {
                            Distribute =
                            {
                                new LocalityDistributeArgs { From = "a/*", To = { ["b/*"] = 100 } },
                            },
                        }
                    )
                )
        );
        Assert.Contains(
            """
                loadBalancer:
                  consistentHash:
                    httpCookie:
                      name: cart
                      ttl: 0s
                  localityLbSetting:
                    distribute:
                    - from: a/*
                      to:
                        "b/*": 100
            """,
            Assert.Single(rules).Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ContradictionsAreRefusedAllAtOnce()
    {
        var exception = await Assert.ThrowsAsync<Offline.OfflineException>(() =>
            TwoClusters.RunAsync(t => t.Web(a => (a.MutualTls, a.Port, a.Instances) = (MutualTlsMode.Disable, 0, 3)))
        );
        Assert.Contains(
            "web: mutualTls: 'DISABLE' is not a mode; allowed: STRICT, PERMISSIVE",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("web: port: 0 is not a port; allowed: 1 to 65535", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "web: instances: only a headless service has instances that callers name: set headless: true",
            exception.Message,
            StringComparison.Ordinal
        );
    }
}
