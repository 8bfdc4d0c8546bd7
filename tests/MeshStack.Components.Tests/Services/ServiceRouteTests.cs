using MeshStack.Istio;
using MeshStack.Offline;

namespace MeshStack.Components.Tests.Services;

public sealed class ServiceRouteTests
{
    [Fact]
    public async Task ACanaryIsRoutedAtHomeAndAtEachImport()
    {
        var routes = await TwoClusters.SpecsAsync(
            "VirtualService",
            t =>
            {
                var web = t.Web(a => a.Route = Canary(step: 2));
                _ = TwoClusters.Access("far", web, t.West);
            }
        );
        Assert.Equal(["east shop/web-routes", "west cart/web.shop.east"], routes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            """
            spec:
              hosts:
              - web.shop.svc.cluster.local
              http:
              - route:
                - destination:
                    host: web.shop.svc.cluster.local
                    subset: v1
                  weight: 75
                - destination:
                    host: web.shop.svc.cluster.local
                    subset: v2
                  weight: 25
                timeout: 5s
            """,
            routes["east shop/web-routes"]
        );
        Assert.Contains("- \".\"", routes["west cart/web.shop.east"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneDestinationRuleHasTheVersionsAndWhatTheServiceSays()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t =>
            {
                var web = t.Web(a =>
                {
                    a.Route = Canary(step: 1);
                    a.OutlierDetection = new() { Consecutive5xxErrors = 7 };
                });
                _ = TwoClusters.Access("far", web, t.West);
            }
        );
        Assert.Equal(
            """
            spec:
              host: web.shop.svc.cluster.local
              subsets:
              - labels:
                  version: v1
                name: v1
              - labels:
                  version: v2
                name: v2
                trafficPolicy:
                  connectionPool:
                    tcp:
                      maxConnections: 3
              trafficPolicy:
                outlierDetection:
                  consecutive5xxErrors: 7
                tls:
                  mode: ISTIO_MUTUAL
            """,
            rules["east shop/web"]
        );

        // The gateway is the only endpoint of an import, and tells the versions apart by the server name.
        Assert.Contains("sni: outbound_.80_.v2_.web.shop.svc.cluster.local", rules["west cart/web.shop.east"], StringComparison.Ordinal);
        Assert.DoesNotContain("labels", rules["west cart/web.shop.east"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachPortOfAnImportHasItsOwnServerName()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t =>
            {
                var web = t.Web(a =>
                {
                    a.Port = null;
                    a.Ports =
                    [
                        new()
                        {
                            Name = "http",
                            Port = 80,
                            ExposedPort = 8000,
                        },
                        new()
                        {
                            Name = "grpc",
                            Port = 90,
                            Protocol = ServiceProtocol.Parse("GRPC"),
                        },
                    ];
                });
                _ = TwoClusters.Access("far", web, t.West, a => a.Access = [new() { Port = "grpc", Methods = ["*"] }]);
            }
        );
        Assert.Equal(
            """
            spec:
              exportTo:
              - .
              host: web.shop.east
              trafficPolicy:
                portLevelSettings:
                - port:
                    number: 8000
                  tls:
                    mode: ISTIO_MUTUAL
                    sni: outbound_.80_._.web.shop.svc.cluster.local
                - port:
                    number: 90
                  tls:
                    mode: ISTIO_MUTUAL
                    sni: outbound_.90_._.web.shop.svc.cluster.local
            """,
            rules["west cart/web.shop.east"].Replace("\".\"", ".", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AnAccessOpensThePortThatItNames()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t =>
            {
                var web = t.Web(a =>
                {
                    a.Port = null;
                    a.Ports =
                    [
                        new()
                        {
                            Name = "http",
                            Port = 80,
                            TargetPort = 8080,
                        },
                        new() { Name = "metrics", Port = 9100 },
                    ];
                });
                _ = TwoClusters.Access("scraper", web, t.East, a => a.Access = [new() { Port = "metrics", Paths = ["/metrics"] }]);
            }
        );
        Assert.Contains("- \"9100\"", policies["east shop/scraper"], StringComparison.Ordinal);
        Assert.DoesNotContain("8080", policies["east shop/scraper"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSaidOfHttpClosesNoPortOfTcp()
    {
        var policies = await TwoClusters.SpecsAsync(
            "AuthorizationPolicy",
            t =>
            {
                var web = t.Web(a =>
                {
                    a.Port = null;
                    a.Ports =
                    [
                        new() { Name = "http", Port = 80 },
                        new()
                        {
                            Name = "sql",
                            Port = 5432,
                            Protocol = ServiceProtocol.Parse("TCP"),
                        },
                    ];
                });
                _ = TwoClusters.Access(
                    "app",
                    web,
                    t.East,
                    a => a.Access = [new() { Port = "sql" }, new() { Port = "http", Methods = ["GET"] }]
                );
            }
        );
        // Istio leaves out a rule with methods or paths where it sees bytes alone: each kind of port has a rule of its own.
        Assert.Equal(2, policies["east shop/app"].Split("principals:").Length - 1);
    }

    [Fact]
    public async Task AHostOfSeveralServicesIsRoutedByTheOneWithTheCertificate()
    {
        var routes = await TwoClusters.SpecsAsync(
            "VirtualService",
            t =>
            {
                var cart = new InboundService(
                    "cart",
                    new()
                    {
                        ControlPlane = t.East,
                        Namespace = "shop",
                        Service = "cart",
                        Port = 80,
                        ExternalName = "shop.example.com",
                        ExternalPaths = ["/cart/*"],
                    }
                );
                _ = t.Web(a =>
                {
                    a.ExternalName = "shop.example.com";
                    a.CredentialName = "shop";
                    a.Route = new()
                    {
                        Name = "web",
                        For = RoutedCallers.Ingress,
                        Routes = [new() { Match = [new() { Path = StringMatchArgs.Prefix("/cart/") }], To = [new() { Service = cart }] }],
                    };
                });
            }
        );
        var (name, spec) = Assert.Single(routes);
        Assert.Equal("east shop/web-ingress", name);
        Assert.Contains("host: cart.shop.svc.cluster.local", spec, StringComparison.Ordinal);
        Assert.EndsWith("host: web.shop.svc.cluster.local\n        port:\n          number: 80", spec, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrongIsSaidWithItsPlace()
    {
        var failure = await Assert.ThrowsAsync<OfflineException>(() =>
            TwoClusters.RunAsync(t =>
                t.Web(a =>
                {
                    a.Route = Canary(step: 7);
                    a.Route.Name = "Not a name";
                    a.Route.Routes[0].Canary!.To = "v3";
                })
            )
        );
        var message = failure.Message;
        Assert.Contains("route.routes[0].canary.step: there is no step 7; allowed: 0 to 4", message, StringComparison.Ordinal);
        Assert.Contains("route.routes[0].canary.to: there is no subset 'v3'; allowed: v1, v2", message, StringComparison.Ordinal);
        Assert.Contains("route.name: 'Not a name' is not a DNS label", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartStandsInItsOwnNamespace()
    {
        var recording = await TwoClusters.RunAsync(t =>
        {
            var reviews = new InboundService(
                "reviews",
                new()
                {
                    ControlPlane = t.East,
                    Namespace = "team",
                    Service = "reviews",
                    Port = 80,
                }
            );
            _ = t.Web(a =>
                a.Route = new()
                {
                    Name = "web",
                    Routes =
                    [
                        new()
                        {
                            Match = [new() { Path = StringMatchArgs.Prefix("/reviews") }],
                            Part = new()
                            {
                                Name = "reviews",
                                Service = reviews,
                                Routes = [new() { Timeout = "3s" }],
                            },
                        },
                    ],
                }
            );
        });
        Assert.Equal(
            ["shop/web-routes", "team/reviews-routes"],
            recording.Manifests.Where(m => m.Kind == "VirtualService").Select(m => $"{m.Namespace}/{m.Name}").Order(StringComparer.Ordinal)
        );
    }

    private static ServiceRouteArgs Canary(int step) =>
        new()
        {
            Name = "web",
            Subsets =
            [
                new() { Name = "v1", Labels = { ["version"] = "v1" } },
                new()
                {
                    Name = "v2",
                    Labels = { ["version"] = "v2" },
                    ConnectionPool = new() { Tcp = new TcpConnectionPoolArgs { MaxConnections = 3 } },
                },
            ],
            Routes =
            [
                new()
                {
                    Timeout = "5s",
                    Canary = new()
                    {
                        From = "v1",
                        To = "v2",
                        Step = step,
                    },
                },
            ],
        };
}
