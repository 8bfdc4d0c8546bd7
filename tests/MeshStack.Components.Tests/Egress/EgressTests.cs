using MeshStack.Components.Tests.Install;
using MeshStack.Manifests;
using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Egress;

public sealed class EgressTests
{
    private static readonly EgressHostArgs Tls = new() { Host = "api.example.com" };

    private static readonly EgressHostArgs Plain = new() { Host = "api.example.com", Protocol = EgressProtocol.Http };

    [Fact]
    public async Task ATlsHostIsPassedOnBySni()
    {
        var specs = await SpecsAsync(new EgressHostArgs { Host = "api.example.com", Port = 8443 });
        Assert.Equal(
            [
                "Gateway istio-egress/istio-egressgateway",
                "ServiceEntry istio-egress/api.example.com",
                "VirtualService istio-egress/api.example.com",
            ],
            specs.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "{hosts: [api.example.com], location: MESH_EXTERNAL, ports: [{name: tls-8443, number: 8443, protocol: TLS}], resolution: DNS}",
            specs["ServiceEntry istio-egress/api.example.com"]
        );
        Assert.Equal(
            "{selector: {istio: egressgateway}, servers: [{hosts: [api.example.com], port: {name: tls, number: 443, protocol: TLS}, tls: "
                + "{mode: PASSTHROUGH}}]}",
            specs["Gateway istio-egress/istio-egressgateway"]
        );
        Assert.Equal(
            "{gateways: [mesh, istio-egress/istio-egressgateway], hosts: [api.example.com], tls: ["
                + "{match: [{gateways: [mesh], port: 8443, sniHosts: [api.example.com]}], route: [{destination: {host: "
                + "istio-egressgateway.istio-egress.svc.cluster.local, port: {number: 443}}}]}, "
                + "{match: [{gateways: [istio-egress/istio-egressgateway], port: 443, sniHosts: [api.example.com]}], route: "
                + "[{destination: {host: api.example.com, port: {number: 8443}}}]}]}",
            specs["VirtualService istio-egress/api.example.com"]
        );
    }

    [Fact]
    public async Task AnHttpHostGoesToTheGatewayUnderMutualTls()
    {
        var specs = await SpecsAsync(Plain);
        Assert.Equal(
            "{selector: {istio: egressgateway}, servers: [{hosts: [api.example.com], port: {name: https-mesh, number: 80, protocol: "
                + "HTTPS}, tls: {mode: ISTIO_MUTUAL}}]}",
            specs["Gateway istio-egress/istio-egressgateway"]
        );
        Assert.Equal(
            "{host: istio-egressgateway.istio-egress.svc.cluster.local, subsets: [{name: api-example-com, trafficPolicy: {tls: {mode: "
                + "ISTIO_MUTUAL, sni: api.example.com}}}]}",
            specs["DestinationRule istio-egress/istio-egressgateway"]
        );
        Assert.Equal(
            "{gateways: [mesh, istio-egress/istio-egressgateway], hosts: [api.example.com], http: ["
                + "{match: [{gateways: [mesh], port: 80}], route: [{destination: {host: "
                + "istio-egressgateway.istio-egress.svc.cluster.local, port: {number: 80}, subset: api-example-com}}]}, "
                + "{match: [{gateways: [istio-egress/istio-egressgateway], port: 80}], route: [{destination: {host: api.example.com, "
                + "port: {number: 80}}}]}]}",
            specs["VirtualService istio-egress/api.example.com"]
        );
    }

    [Fact]
    public async Task IstioWouldTakeTheObjects()
    {
        var manifests = (
            await RecordAsync(
                Tls,
                Plain,
                new() { Host = "a-b.example.com" },
                new()
                {
                    Host = "a.b.example.com",
                    Protocol = EgressProtocol.Http,
                    Port = 8080,
                }
            )
        ).Manifests.ToList();
        Assert.Empty(IstioChecks.Check(manifests));
        var objects = manifests.Where(m => m.Group.EndsWith("istio.io", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, objects.Count);
        Assert.All(IstioCrds.Versions, version => Assert.Empty(objects.SelectMany(IstioCrds.For(version).Validate)));
    }

    [Fact]
    public async Task HostsThatLookAlikeHaveSubsetsOfTheirOwn()
    {
        var rule = (
            await SpecsAsync(
                new() { Host = "a-b.example.com", Protocol = EgressProtocol.Http },
                new() { Host = "a.b.example.com", Protocol = EgressProtocol.Http },
                new() { Host = $"{new string('x', 60)}.example.com", Protocol = EgressProtocol.Http }
            )
        )["DestinationRule istio-egress/istio-egressgateway"];
        Assert.Contains("name: a--b-example-com,", rule, StringComparison.Ordinal);
        Assert.Contains("name: a-b-example-com,", rule, StringComparison.Ordinal);
        Assert.Matches("name: host-[0-9a-f]{32},", rule);
    }

    [Fact]
    public async Task RoutesWaitForTheWayThroughTheGateway()
    {
        var recording = await RecordAsync(Tls);
        var route = recording.Resources.Single(r => r.Manifest is { Kind: "VirtualService" });
        foreach (
            var earlier in recording.Resources.Where(r =>
                r.Manifest is { Kind: "Gateway" or "ServiceEntry" } || r.HelmRelease is { Name: "istio-egressgateway" or "istiod" }
            )
        )
        {
            Assert.True(recording.WaitsFor(route, earlier), $"the route waits for {earlier}");
        }
    }

    [Fact]
    public void WhatCannotBeReachedIsRefused()
    {
        var problems = Problems(a =>
            (a.OutboundTrafficPolicy, a.Egress) = (
                OutboundTrafficPolicy.RegistryOnly,
                new()
                {
                    Ports = [new() { Name = "tls", Port = 8443 }],
                    Hosts =
                    [
                        new() { Host = "*.example.com" },
                        new() { Host = "203.0.113.7" },
                        new() { Host = "web.shop.svc.cluster.local" },
                        new() { Host = "web" },
                        Tls,
                        new() { Host = "api.example.com", Port = 8443 },
                        new() { Host = "b.example.com", Port = 443 },
                        new()
                        {
                            Host = "b.example.com",
                            Port = 443,
                            Protocol = EgressProtocol.Http,
                        },
                    ],
                }
            )
        );
        Assert.Equal(
            [
                "egress.ports: 443 is missing, at which the gateway takes what goes to TLS hosts",
                "egress.ports: 80 is missing, at which the gateway takes what goes to HTTP hosts",
                "egress.hosts[0].host: '*.example.com' has a wildcard, and DNS has no answer for one: name each host",
                "egress.hosts[1].host: '203.0.113.7' is an address, and the gateway tells hosts apart by their names",
                "egress.hosts[2].host: 'web.shop.svc.cluster.local' is a service of the cluster, which is reached without leaving the mesh",
                "egress.hosts[3].host: 'web' is not the full name of a host (labels of a-z, 0-9 and '-', joined by dots)",
                "egress.hosts[5].host: 'api.example.com' is there already with TLS: the gateway tells hosts apart by their names and not "
                    + "by their ports",
                "egress.hosts[7].port: 443 of 'b.example.com' is there already with another protocol",
            ],
            problems
        );
    }

    [Fact]
    public void ADoorBesideTheGatewayIsWarnedOf()
    {
        var args = new IstioInstallArgs
        {
            Cluster = null!,
            MeshId = "m",
            Egress = new() { Hosts = [Tls] },
        };
        var problem = Assert.Single(args.Problems());
        Assert.Equal(("outboundTrafficPolicy", ProblemSeverity.Warning), (problem.Path, problem.Severity));
    }

    [Fact]
    public void AmbientDoesNotTakeThisWay() =>
        Assert.StartsWith(
            "egress.hosts: not possible with dataPlane ambient",
            Assert.Single(Problems(a => (a.Profile, a.Egress) = (IstioProfile.Ambient, new() { Hosts = [Tls] }))),
            StringComparison.Ordinal
        );

    private static Task<Recording> RecordAsync(params EgressHostArgs[] hosts) =>
        RunAsync(a => (a.OutboundTrafficPolicy, a.Egress) = (OutboundTrafficPolicy.RegistryOnly, new() { Hosts = [.. hosts] }));

    private static async Task<Dictionary<string, string>> SpecsAsync(params EgressHostArgs[] hosts) =>
        (await RecordAsync(hosts))
            .Manifests.Where(m => m.Group.EndsWith("istio.io", StringComparison.Ordinal))
            .ToDictionary(m => m.Reference, m => Flow(m.Body["spec"]), StringComparer.Ordinal);
}
