using MeshStack.Offline;

namespace MeshStack.Components.Tests.Services;

public sealed class MulticlusterServiceTests
{
    [Fact]
    public async Task ItStandsInEachOfItsClustersUnderOneName()
    {
        var run = await TwoClusters.RunAsync(t => _ = TwoClusters.Access("checkout", Web(t), t.West));
        Assert.Equal(
            ["east shop/checkout", "east shop/web-allow-nothing", "west shop/checkout", "west shop/web-allow-nothing"],
            run.Manifests.Where(m => m.Kind == "AuthorizationPolicy")
                .Select(m => $"{m.Cluster} {m.Namespace}/{m.Name}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["west cart/web.shop.mesh.internal"],
            run.Manifests.Where(m => m.Kind == "ServiceEntry").Select(m => $"{m.Cluster} {m.Namespace}/{m.Name}")
        );
    }

    [Fact]
    public async Task CallersOfOneOfItsClustersReachThatWithoutAGateway()
    {
        var entries = await TwoClusters.SpecsAsync("ServiceEntry", t => _ = TwoClusters.Access("checkout", Web(t), t.West));
        Assert.Equal(
            """
            spec:
              endpoints:
              - address: 192.0.2.1
                labels:
                  meshstack/cluster: east
                ports:
                  http: 15443
              - address: web.shop.svc.cluster.local
                labels:
                  meshstack/before-1: "true"
                  meshstack/cluster: west
                ports:
                  http: 80
              exportTo:
              - "."
              hosts:
              - web.shop.mesh.internal
              location: MESH_INTERNAL
              ports:
              - name: http
                number: 80
                protocol: HTTP
              resolution: DNS
            """,
            entries["west cart/web.shop.mesh.internal"]
        );
    }

    [Fact]
    public async Task WithoutWhatTakesFailingInstancesOutNothingWouldTakeOver()
    {
        var rules = await TwoClusters.SpecsAsync(
            "DestinationRule",
            t => _ = TwoClusters.Access("checkout", Web(t, a => a.OutlierDetection = new() { Consecutive5xxErrors = 2 }), t.West)
        );
        Assert.Equal(
            """
            spec:
              exportTo:
              - "."
              host: web.shop.mesh.internal
              trafficPolicy:
                loadBalancer:
                  localityLbSetting:
                    failoverPriority:
                    - meshstack/before-1=true
                outlierDetection:
                  consecutive5xxErrors: 2
                  maxEjectionPercent: 100
                tls:
                  mode: ISTIO_MUTUAL
                  sni: outbound_.80_._.web.shop.svc.cluster.local
            """,
            rules["west cart/web.shop.mesh.internal"]
        );
    }

    [Theory]
    [InlineData("none", "cluster", "required")]
    [InlineData("both", "clusters", "not beside cluster")]
    [InlineData("order", "failover[0]", "'north' is not one of clusters; allowed: east, west")]
    [InlineData("shares", "distribute", "the shares are 90 together, and have to be 100")]
    public async Task AMistakeIsExplained(string mistake, string path, string message)
    {
        var failure = await Assert.ThrowsAsync<OfflineException>(() =>
            TwoClusters.RunAsync(t =>
                Web(
                    t,
                    a =>
                    {
                        switch (mistake)
                        {
                            case "none":
                                a.ControlPlanes = [];
                                break;
                            case "both":
                                a.ControlPlane = t.West;
                                break;
                            case "order":
                                a.Failover = ["north"];
                                break;
                            default:
                                a.Distribute = [new() { Cluster = "east", Weight = 40 }, new() { Cluster = "west", Weight = 50 }];
                                break;
                        }
                    }
                )
            )
        );
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static InboundService Web(TwoClusters clusters, Action<InboundServiceArgs>? change = null) =>
        clusters.Web(args =>
        {
            args.ControlPlane = null;
            args.ControlPlanes = [clusters.East, clusters.West];
            change?.Invoke(args);
        });
}
