using MeshStack.Components.Tests.Install;
using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.GatewayApi;

public sealed class WaypointTests
{
    [Fact]
    public async Task AWaypointIsAGatewayOfItsClass()
    {
        var recording = await RunAsync(a =>
            (a.Profile, a.Waypoints) = (IstioProfile.Ambient, [new() { Namespace = "shop", For = WaypointTraffic.All }])
        );
        var gateway = recording.Manifests.Single(m => m.Kind == "Gateway");
        Assert.Equal(("gateway.networking.k8s.io/v1", "shop", "waypoint"), (gateway.ApiVersion, gateway.Namespace, gateway.Name));
        Assert.Equal("{istio.io/waypoint-for: all}", Flow(gateway.Body.At("metadata/labels")));
        Assert.Equal(
            "{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}",
            Flow(gateway.Body["spec"])
        );
    }

    [Fact]
    public async Task AWaypointOfARevisionSaysSo()
    {
        var recording = await RunAsync(a =>
            (a.Profile, a.Revision, a.Tags, a.Waypoints) = (
                IstioProfile.Ambient,
                "1-31-4",
                new() { ["prod"] = "1-31-4" },
                [
                    new() { Namespace = "shop", Name = "a" },
                    new()
                    {
                        Namespace = "shop",
                        Name = "b",
                        Revision = "prod",
                    },
                ]
            )
        );
        Assert.Equal(
            ["{istio.io/rev: 1-31-4, istio.io/waypoint-for: service}", "{istio.io/rev: prod, istio.io/waypoint-for: service}"],
            recording
                .Manifests.Where(m => m.Kind == "Gateway")
                .Select(m => Flow(m.Body.At("metadata/labels")))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AWaypointIsNamedOnce()
    {
        var problems = Problems(a =>
            (a.Profile, a.Waypoints) = (
                IstioProfile.Ambient,
                [new() { Namespace = "shop" }, new() { Namespace = "shop" }, new() { Revision = "prod" }]
            )
        );
        Assert.Equal(
            [
                "waypoints[1].name: 'waypoint' is there already in shop",
                "waypoints[2].namespace: required",
                "waypoints[2].revision: 'prod' is not a revision or tag of this cluster; allowed: default",
            ],
            problems
        );
    }

    [Fact]
    public async Task TheCrdsAreInstalledOnlyWhenAskedFor()
    {
        Assert.DoesNotContain((await RunAsync(a => a.Profile = IstioProfile.Ambient)).Resources, r => r.IsOpaque);
        var file = Assert.Single(
            (await RunAsync(a => (a.Profile, a.GatewayApiVersion) = (IstioProfile.Ambient, "1.5.0"))).Resources,
            r => r.IsOpaque
        );
        Assert.Equal("https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.5.0/standard-install.yaml", file.Inputs["file"]);
        Assert.Equal("east", file.Cluster);
    }
}
