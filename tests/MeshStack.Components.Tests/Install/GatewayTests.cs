using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Install;

public sealed class GatewayTests
{
    [Fact]
    public async Task AFurtherIngressIsApart()
    {
        var recording = await RunAsync(
            a => a.Ingresses = new() { ["partners"] = new() { Address = "192.0.2.4" } },
            controlPlane => new Dictionary<string, object?>
            {
                ["gateway"] = controlPlane.Ingresses["partners"] is var g ? $"{g.Namespace}/{g.Name} {g.Label}" : null,
            }
        );
        Assert.Equal("istio-partners/istio-partners partners", recording.Outputs["gateway"]);
        Assert.Contains(recording.HelmReleases, r => r.Reference == "istio-partners/istio-partners");
        Assert.Contains(recording.Manifests, m => m is { Kind: "Namespace", Name: "istio-partners" });
    }

    [Fact]
    public async Task TheStatusPortIsAlwaysKept()
    {
        var releases = await ReleasesAsync(a =>
        {
            a.Ingress = new()
            {
                Ports =
                [
                    new()
                    {
                        Name = "http2",
                        Port = 80,
                        TargetPort = 8080,
                    },
                    new() { Name = "tls-mqtt", Port = 8883 },
                ],
            };
            a.Ingresses = new()
            {
                ["own"] = new() { Ports = [new() { Name = "https", Port = 443 }, new() { Name = "status-port", Port = 15021 }] },
            };
        });
        Assert.Equal(
            "[{name: status-port, port: 15021, protocol: TCP, targetPort: 15021}, {name: http2, port: 80, protocol: TCP, targetPort: "
                + "8080}, {name: tls-mqtt, port: 8883, protocol: TCP, targetPort: 8883}]",
            Flow(releases["istio-ingressgateway"].Values.At("service/ports"))
        );
        Assert.Equal(
            "[{name: status-port, port: 15021, protocol: TCP, targetPort: 15021}, {name: https, port: 443, protocol: TCP, targetPort: "
                + "443}]",
            Flow(releases["istio-own"].Values.At("service/ports"))
        );
    }

    [Fact]
    public async Task WhatTheLoadBalancerIsToldIsInTheService()
    {
        var service = (
            await ReleasesAsync(a =>
                a.Ingress = new()
                {
                    ExternalTrafficPolicy = ExternalTrafficPolicy.Local,
                    LoadBalancerIP = "203.0.113.9",
                    LoadBalancerSourceRanges = ["198.51.100.0/24"],
                    TargetCpuUtilization = 60,
                }
            )
        )["istio-ingressgateway"].Values;
        Assert.Equal(
            "{externalTrafficPolicy: Local, loadBalancerIP: 203.0.113.9, loadBalancerSourceRanges: [198.51.100.0/24], type: LoadBalancer}",
            Flow(service["service"])
        );
        Assert.Equal("{targetCPUUtilizationPercentage: 60}", Flow(service["autoscaling"]));
    }

    [Fact]
    public async Task NoAddressIsReadOfAServiceThatGetsNone()
    {
        var recording = await RunAsync(a => (a.Ingress, a.Egress) = (new() { ServiceType = GatewayServiceType.NodePort }, new()));
        Assert.DoesNotContain(recording.Resources, r => r.IsRead);
        Assert.Equal(
            "{type: ClusterIP}",
            Flow(recording.HelmReleases.Single(r => r.Reference == "istio-egress/istio-egressgateway").Values["service"])
        );
    }

    /// <summary>istiod takes the addresses of a gateway between networks from its Service.</summary>
    [Theory]
    [InlineData("NodePort", "192.0.2.7", "{externalIPs: [192.0.2.7], type: NodePort}")]
    [InlineData("ClusterIP", "192.0.2.7", "{externalIPs: [192.0.2.7], type: ClusterIP}")]
    [InlineData("NodePort", "gateway.example.com", "{type: NodePort}")]
    [InlineData("LoadBalancer", "192.0.2.7", "{type: LoadBalancer}")]
    public async Task AGatewayBetweenNetworksListsTheAddressThatItsServiceDoesNotGet(string type, string address, string expected)
    {
        GatewayServiceType[] types = [GatewayServiceType.LoadBalancer, GatewayServiceType.NodePort, GatewayServiceType.ClusterIP];
        var recording = await RunAsync(a =>
            a.EastWest = new() { ServiceType = types.Single(one => one.ToString() == type), Address = address }
        );
        Assert.Equal(
            expected,
            Flow(recording.HelmReleases.Single(r => r.Reference == "istio-system/istio-eastwestgateway").Values["service"])
        );
    }

    [Fact]
    public void PortsAreNamedForIstio()
    {
        var problems = Problems(a =>
            a.Ingress = new()
            {
                Ports =
                [
                    new() { Name = "web", Port = 80 },
                    new() { Name = "https", Port = 443 },
                    new() { Name = "https", Port = 443 },
                    new() { Name = "health", Port = 15021 },
                    new() { Name = "tcp-x", Port = 70000 },
                ],
            }
        );
        Assert.Equal(
            [
                "ingress.ports[0].name: 'web' does not tell Istio the protocol: PROTOCOL or PROTOCOL-SUFFIX, with one of grpc, grpc-web, "
                    + "http, http2, https, mongo, mysql, redis, tcp, tls, udp",
                "ingress.ports[2].name: 'https' names another port as well",
                "ingress.ports[2].port: 443 is there already",
                "ingress.ports[3].name: 'health' on port 15021, which is the status port that load balancers ask: leave it out, it is "
                    + "always kept",
                "ingress.ports[4].port: 70000 is not a port: 1 to 65535 is allowed",
            ],
            problems
        );
    }

    [Theory]
    [InlineData("system")]
    [InlineData("egressgateway")]
    public void ANameOfMeshStacksOwnIsTaken(string name) =>
        Assert.Equal(
            [$"ingresses.{name}: '{name}' is taken: istio-{name} is a name of MeshStack's own"],
            Problems(a => a.Ingresses = new() { [name] = new() })
        );

    [Fact]
    public void ALoadBalancersOptionsNeedALoadBalancer()
    {
        var problems = Problems(a =>
        {
            a.Ingress = new()
            {
                ServiceType = GatewayServiceType.NodePort,
                LoadBalancerIP = "here",
                LoadBalancerSourceRanges = ["10.0.0.0/33"],
            };
            a.EastWest = new() { Ports = [new() { Name = "tls", Port = 15443 }] };
        });
        Assert.Equal(
            [
                "ingress.loadBalancerIP: a service of type NodePort has no load balancer",
                "ingress.loadBalancerSourceRanges: a service of type NodePort has no load balancer",
                "ingress.loadBalancerIP: 'here' is not an IP address",
                "ingress.loadBalancerSourceRanges[0]: '10.0.0.0/33' is not an address range, such as 203.0.113.0/24",
                "eastWest.ports: not possible: the chart gives a gateway between networks the ports 15021, 15443, 15012 and 15017",
            ],
            problems
        );
    }

    /// <summary>As Istio's documentation has it; with the control plane's own namespace nothing changes.</summary>
    [Theory]
    [InlineData(null, null, "{istio-injection: enabled}")]
    [InlineData("1-31-4", null, "{istio.io/rev: 1-31-4}")]
    [InlineData("1-31-4", "prod", "{istio.io/rev: prod}")]
    public async Task TheNamespaceOfAGatewayIsLabelledForItsControlPlane(string? revision, string? own, string expected)
    {
        var recording = await RunAsync(a =>
        {
            (a.Revision, a.Tags) = (revision, own is null ? [] : new() { [own] = revision! });
            a.Ingress = new() { Address = "192.0.2.1", Revision = own };
            a.EastWest = new() { Address = "192.0.2.2" };
        });
        var labels = recording
            .Manifests.Where(m => m.Kind == "Namespace")
            .ToDictionary(m => m.Name, m => Flow(m.Body.At("metadata/labels")));
        Assert.Equal(expected, labels["istio-ingress"]);
        Assert.Equal("{topology.istio.io/network: net1}", labels["istio-system"]);
    }
}
