using MeshStack.Components.Tests.Meshes;

namespace MeshStack.Components.Tests.Peering;

/// <summary>What gateways forward between clusters: samples/multicluster of istio/istio, and its documentation of external control
/// planes.</summary>
public sealed class ExposureTests
{
    [Theory]
    [InlineData("federated")]
    [InlineData("multi-primary", "c1", "c2", "c3")]
    [InlineData("primary-remote", "c1")]
    [InlineData("external-control-plane", "c2")]
    public async Task ServicesAreForwardedWhereTheConfigurationIsRead(string topology, params string[] clusters)
    {
        var run = await MeshRun.OfAsync(topology, a => a.Clusters["c3"].Cluster.Network = "n3");

        Assert.Equal(clusters, Named(run, "-cross-network-gateway"));
        foreach (var cluster in clusters)
        {
            Assert.Equal(
                """{"selector":{"istio":"eastwestgateway"},"servers":[{"hosts":["*.local"],"port":{"name":"tls","number":15443"""
                    + ""","protocol":"TLS"},"tls":{"mode":"AUTO_PASSTHROUGH"}}]}""",
                run.Spec("Gateway", cluster + "-cross-network-gateway")
            );
            Assert.Equal(
                """{"name":"cross-network-gateway","namespace":"<space>"}""".Replace(
                    "<space>",
                    topology == "external-control-plane" ? "external-istiod" : "istio-system",
                    StringComparison.Ordinal
                ),
                MeshRun.JsonOf(run.Inputs("kubernetes:networking.istio.io/v1:Gateway", cluster + "-cross-network-gateway")["metadata"])
            );
        }
    }

    [Theory]
    [InlineData("multi-primary")]
    [InlineData("primary-remote")]
    [InlineData("external-control-plane")]
    public async Task OnOneNetworkNothingIsForwarded(string topology)
    {
        var run = await MeshRun.OfAsync(
            topology,
            a =>
            {
                foreach (var member in a.Clusters.Values)
                {
                    member.Cluster.Network = "n1";
                }
            }
        );
        Assert.Empty(Named(run, "-cross-network-gateway"));
    }

    [Fact]
    public async Task APrimaryShowsItsIstiodToItsRemotes()
    {
        var run = await MeshRun.OfAsync("primary-remote");

        Assert.Equal(
            """{"selector":{"istio":"eastwestgateway"},"servers":[{"hosts":["*"],"port":{"name":"tls-istiod","number":15012"""
                + ""","protocol":"TLS"},"tls":{"mode":"PASSTHROUGH"}},{"hosts":["*"],"port":{"name":"tls-istiodwebhook","number":15017"""
                + ""","protocol":"TLS"},"tls":{"mode":"PASSTHROUGH"}}]}""",
            run.Spec("Gateway", "c1-istiod-gateway")
        );
        Assert.Equal(["c1-istiod-vs"], Routes(run));
        Assert.Equal(Route("istiod", "*"), run.Spec("VirtualService", "c1-istiod-vs"));
        Assert.Equal(
            """{"name":"istiod-vs","namespace":"istio-system"}""",
            MeshRun.JsonOf(run.Inputs("kubernetes:networking.istio.io/v1:VirtualService", "c1-istiod-vs")["metadata"])
        );
    }

    [Fact]
    public async Task TwoRevisionsAreToldApartBySni()
    {
        var run = await MeshRun.OfAsync(
            "primary-remote",
            a =>
            {
                foreach (var member in a.Clusters.Values)
                {
                    member.Install.Revisions = new()
                    {
                        ["1-30-8"] = new() { Version = "1.30.8" },
                        ["1-31-4"] = new(),
                    };
                    member.Install.Revision = "1-31-4";
                }
            }
        );

        Assert.Equal(["c1-istiod-vs-1-30-8", "c1-istiod-vs-1-31-4"], Routes(run));
        Assert.Single(run.Registered, r => r.Name!.EndsWith("-istiod-gateway", StringComparison.Ordinal));
        foreach (var revision in new[] { "1-30-8", "1-31-4" })
        {
            Assert.Equal(
                Route("istiod-" + revision, $"istiod-{revision}.istio-system.svc", $"istiod-{revision}.istio-system.svc.cluster.local"),
                run.Spec("VirtualService", "c1-istiod-vs-" + revision)
            );
        }
    }

    [Fact]
    public async Task AHostedIstiodIsReachedByItsPublicName()
    {
        var run = await MeshRun.OfAsync("external-control-plane");

        Assert.Equal(
            """{"selector":{"istio":"controlplanegateway"},"servers":[{"hosts":["istiod.example.com"],"port":"""
                + """{"name":"https-xds","number":15012,"protocol":"HTTPS"},"tls":"""
                + """{"credentialName":"istiod-certificate","mode":"SIMPLE"}},{"hosts":["istiod.example.com"],"port":"""
                + """{"name":"https-webhook","number":15017,"protocol":"HTTPS"},"tls":"""
                + """{"credentialName":"istiod-certificate","mode":"SIMPLE"}}]}""",
            run.Spec("Gateway", "c1-external-istiod-gw")
        );
        Assert.Equal(
            """{"gateways":["external-istiod-gw"],"hosts":["istiod.example.com"],"http":[{"match":[{"port":15012}],"route":["""
                + """{"destination":{"host":"istiod.external-istiod.svc.cluster.local","port":{"number":15012}}}]},{"match":[{"port":"""
                + """15017}],"route":[{"destination":{"host":"istiod.external-istiod.svc.cluster.local","port":{"number":443}}}]}]}""",
            run.Spec("VirtualService", "c1-external-istiod-vs")
        );
        Assert.Equal(
            """{"host":"istiod.external-istiod.svc.cluster.local","trafficPolicy":{"portLevelSettings":[{"connectionPool":{"http":"""
                + """{"h2UpgradePolicy":"UPGRADE"}},"port":{"number":15012},"tls":"""
                + """{"caCertificates":"/var/run/secrets/istio/root-cert.pem","mode":"SIMPLE","subjectAltNames":"""
                + """["istiod.external-istiod.svc"]}},{"port":{"number":443},"tls":"""
                + """{"caCertificates":"/var/run/secrets/istio/root-cert.pem","mode":"SIMPLE","subjectAltNames":"""
                + """["istiod.external-istiod.svc"]}}]}}""",
            run.Spec("DestinationRule", "c1-external-istiod-dr")
        );
        Assert.Equal(
            """{"service":{"ports":[{"name":"status-port","port":15021,"protocol":"TCP","targetPort":15021},"""
                + """{"name":"tls-xds","port":15012,"protocol":"TCP","targetPort":15012},{"name":"tls-webhook","port":15017"""
                + ""","protocol":"TCP","targetPort":15017}],"type":"LoadBalancer"}}""",
            run.Values("c1-external-gateway")
        );
    }

    private static List<string> Routes(MeshRun run) =>
        [
            .. run
                .Registered.Where(r => r.Type!.EndsWith(":VirtualService", StringComparison.Ordinal))
                .Select(r => r.Name!)
                .Order(StringComparer.Ordinal),
        ];

    private static List<string> Named(MeshRun run, string ending) =>
        [
            .. run
                .Registered.Where(r => r.Name!.EndsWith(ending, StringComparison.Ordinal))
                .Select(r => r.Name![..2])
                .Order(StringComparer.Ordinal),
        ];

    private static string Route(string service, params string[] names)
    {
        var hosts = MeshRun.JsonOf(names);
        return (
            """{"gateways":["istiod-gateway"],"hosts":["*"],"tls":[{"match":[{"port":15012,"sniHosts":<hosts>}],"route":["""
            + """{"destination":{"host":"<service>.istio-system.svc.cluster.local","port":{"number":15012}}}]},{"match":[{"port":15017"""
            + ""","sniHosts":<hosts>}],"route":[{"destination":{"host":"<service>.istio-system.svc.cluster.local","port":{"number":443}"""
            + """}}]}]}"""
        )
            .Replace("<hosts>", hosts, StringComparison.Ordinal)
            .Replace("<service>", service, StringComparison.Ordinal);
    }
}
