using MeshStack.Offline;
using Pulumi;

namespace MeshStack.Components.Tests.Install;

public sealed class OrderTests
{
    private static readonly CaCertificatesArgs Ca = new()
    {
        Certificate = "c",
        PrivateKey = Output.CreateSecret("k"),
        RootCertificate = "r",
        CertificateChain = "h",
    };

    [Fact]
    public Task SidecarsComeAfterTheNodeAgent() =>
        InOrderAsync(
            a => (a.Cni, a.CaCertificates, a.Ingress) = (true, Ca, new() { Address = "192.0.2.1" }),
            ["Namespace istio-system", "istio-base", "istio-cni", "istiod", "istio-ingressgateway"],
            ["Secret cacerts", "istiod"]
        );

    [Fact]
    public Task AmbientNodesComeAfterIstiodAndBeforeGateways() =>
        InOrderAsync(
            a =>
                (a.Profile, a.GatewayApiVersion, a.Ingress, a.Waypoints) = (
                    IstioProfile.Ambient,
                    "1.6.0",
                    new() { Address = "192.0.2.1" },
                    [new() { Namespace = "shop" }]
                ),
            ["kubernetes:yaml/v2:ConfigFile", "istio-base", "istiod", "istio-cni", "ztunnel", "istio-ingressgateway"],
            ["ztunnel", "Gateway waypoint"]
        );

    [Fact]
    public Task AGatewayOfATagWaitsForTheTag() =>
        InOrderAsync(
            a =>
                (a.Revision, a.Tags, a.Ingress) = (
                    "1-31-4",
                    new() { ["prod"] = "1-31-4" },
                    new() { Address = "192.0.2.1", Revision = "prod" }
                ),
            ["istiod-1-31-4", "MutatingWebhookConfiguration istio-revision-tag-prod", "istio-ingressgateway"]
        );

    /// <summary>A load balancer that never comes holds up its own gateway's configuration, and nobody's policies.</summary>
    [Fact]
    public async Task OnlyWhatAGatewayServesWaitsForIt()
    {
        var recording = await OneCluster.RunAsync(
            a => (a.EastWest, a.Ingress) = (new() { Address = "192.0.2.1" }, new() { Address = "192.0.2.2" }),
            controlPlane =>
            {
                var service = new InboundService(
                    "web",
                    new()
                    {
                        ControlPlane = controlPlane,
                        Namespace = "shop",
                        Service = "web",
                        Port = 80,
                        ExternalName = "web.example.com",
                        CredentialName = "web",
                    }
                );
                _ = new ClientAccess(
                    "world",
                    new()
                    {
                        Service = service,
                        Type = ClientType.External,
                        Access = [new() { Methods = ["GET"] }],
                    }
                );
                return new Dictionary<string, object?>();
            }
        );
        string[] gateways = ["istio-eastwestgateway", "istio-ingressgateway"];
        var waits = recording
            .Resources.Where(r => r.Manifest is { } manifest && manifest.Group.EndsWith("istio.io", StringComparison.Ordinal))
            .Select(r =>
                $"{r.Manifest!.Kind} {r.Manifest.Name}: "
                + $"{string.Join(", ", gateways.Where(g => recording.WaitsFor(r, Named(recording, g))))}"
            );
        Assert.Equal(
            [
                "AuthorizationPolicy web-allow-nothing: ",
                "AuthorizationPolicy world: ",
                "DestinationRule web: ",
                "Gateway web-east-west: istio-eastwestgateway",
                "Gateway web-ingress: istio-ingressgateway",
                "PeerAuthentication web: ",
                "VirtualService web-ingress: istio-ingressgateway",
            ],
            waits.Order(StringComparer.Ordinal)
        );
        Assert.All(
            recording.Resources.Where(r => r.Manifest?.Kind == "AuthorizationPolicy"),
            r => Assert.True(recording.WaitsFor(r, Named(recording, "istiod")))
        );
    }

    [Fact]
    public async Task NothingDependsOnAComponentOfItsOwn()
    {
        var recording = await OneCluster.RunAsync(Everything);
        var components = recording.Resources.Where(r => r is { IsComponent: true, IsOpaque: false }).Select(r => r.Id).ToHashSet();
        Assert.All(recording.Resources, r => Assert.DoesNotContain(r.DependsOn, components.Contains));
    }

    [Fact]
    public async Task EverythingHasANameOfItsOwn()
    {
        var resources = (await OneCluster.RunAsync(Everything)).Resources;
        Assert.Distinct(resources.Select(r => r.Id.ToString()));
        Assert.All(
            resources.Where(r => r.Id.Type.StartsWith("kubernetes:", StringComparison.Ordinal)),
            r => Assert.StartsWith("east-istio-", r.Id.Name, StringComparison.Ordinal)
        );
    }

    private static void Everything(IstioInstallArgs args)
    {
        args.Profile = IstioProfile.Production;
        args.Cni = true;
        args.CaCertificates = Ca;
        args.GatewayApiVersion = "1.6.0";
        args.OutboundTrafficPolicy = OutboundTrafficPolicy.RegistryOnly;
        args.Revisions = new()
        {
            ["default"] = new() { Version = "1.30.8" },
            ["1-31-4"] = new(),
        };
        args.Tags = new() { ["canary"] = "1-31-4", ["prod"] = "default" };
        args.Ingress = new();
        args.Ingresses = new() { ["partners"] = new() { Revision = "canary" } };
        args.EastWest = new();
        args.Egress = new()
        {
            Hosts = [new() { Host = "api.example.com" }, new() { Host = "api.example.com", Protocol = EgressProtocol.Http }],
        };
    }

    private static async Task InOrderAsync(Action<IstioInstallArgs> change, params string[][] orders)
    {
        var recording = await OneCluster.RunAsync(change);
        foreach (var (earlier, later) in orders.SelectMany(o => o.Zip(o.Skip(1))))
        {
            Assert.True(recording.WaitsFor(Named(recording, later), Named(recording, earlier)), $"{later} waits for {earlier}");
            Assert.False(recording.WaitsFor(Named(recording, earlier), Named(recording, later)), $"{earlier} waits for {later}");
        }
    }

    private static RecordedResource Named(Recording recording, string name) =>
        recording.Resources.Single(r =>
            r.HelmRelease?.Name == name || $"{r.Manifest?.Kind} {r.Manifest?.Name}" == name || r.Id.Type == name
        );
}
