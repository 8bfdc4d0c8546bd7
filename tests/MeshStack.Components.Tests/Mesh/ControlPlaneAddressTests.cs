using Pulumi;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>How served clusters reach the istiod elsewhere, and what is said where they could not.</summary>
public sealed class ControlPlaneAddressTests
{
    private const string NoHostName =
        "the API servers of the clusters that it serves call istiod's webhooks there, and they follow no host name: an IP address is "
        + "needed "
        + "(loadBalancerIP where the cloud heeds it; on AWS a network load balancer with Elastic IPs, by serviceAnnotations, and one of "
        + "these as the address)";

    [Fact]
    public async Task ALoadBalancerWithoutAnIpLeadsNoRemoteToItsPrimary()
    {
        var messages = await FailuresAsync(() => MeshRun.OfAsync("primary-remote", loadBalancer: "hostname"));
        Assert.Contains(
            $"istio-eastwestgateway of c1 has no address that works: its load balancer has the host name lb.example.com: {NoHostName}",
            messages
        );
        Assert.DoesNotContain(messages, m => m.Contains("   at ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("multi-primary")]
    [InlineData("federated")]
    public async Task ForCallsAHostNameWillDo(string topology) =>
        Assert.NotEmpty((await MeshRun.OfAsync(topology, loadBalancer: "hostname")).Registered);

    [Fact]
    public async Task ALoadBalancerWithoutAnyAddressIsSaidOnceAndPlainly()
    {
        var messages = await FailuresAsync(() => MeshRun.OfAsync("primary-remote", loadBalancer: "nothing"));
        Assert.Contains(
            "istio-eastwestgateway of c1 has no address that works: its load balancer got neither an IP address nor a host name; give "
                + "the gateway's address",
            messages
        );
        Assert.DoesNotContain(messages, m => m.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public void AHostNameThatIsGivenIsRefusedBeforeAnythingRuns()
    {
        var args = MeshRun.Args("primary-remote");
        args.Clusters["c1"].Install.EastWest!.Address = "istiod.example.com";
        args.Clusters["c2"].Install.EastWest!.Address = "lb.example.com";
        var problem = Assert.Single(args.Problems());
        Assert.Equal(
            ("clusters.c1.eastWest.address", $"'istiod.example.com' leads to the istiod that serves c2 and c3: {NoHostName}"),
            (problem.Path, problem.Message)
        );

        args.Topology = MeshTopology.Federated;
        Assert.Empty(args.Problems());
    }

    [Fact]
    public async Task AHostedIstiodsAddressIsThereToBePutIntoDns()
    {
        var run = await MeshRun.OfAsync("external-control-plane");
        Assert.Contains("address: \"192.0.2.1\"", run.Outputs.Select(o => o.Text));
    }

    /// <summary>The gateway runs where istiod is hosted: that cluster's own istiod injects and configures it, from that cluster's
    /// mirror.</summary>
    [Fact]
    public async Task ItsGatewayBelongsToTheHostingCluster()
    {
        var run = await MeshRun.OfAsync(
            "external-control-plane",
            a =>
            {
                var (hosting, served) = (a.Clusters["c1"].Install, a.Clusters["c2"].Install);
                (hosting.Revision, hosting.Version, hosting.ImagePullSecrets, hosting.Profile) = (
                    "host",
                    "1.30.8",
                    ["of-c1"],
                    IstioProfile.Production
                );
                (served.Revision, served.ImagePullSecrets) = ("served", ["of-c2"]);
            }
        );
        var values = run.Values("c1-external-gateway");
        Assert.Contains("\"revision\":\"host\"", values, StringComparison.Ordinal);
        Assert.Contains("\"imagePullSecrets\":[{\"name\":\"of-c1\"}]", values, StringComparison.Ordinal);
        Assert.Contains("podDisruptionBudget", values, StringComparison.Ordinal);
        Assert.Equal("1.30.8", run.Inputs("kubernetes:helm.sh/v3:Release", "c1-external-gateway")["version"]);
        Assert.Equal("1.31.4", run.Inputs("kubernetes:helm.sh/v3:Release", "c1-external-istiod")["version"]);
    }

    [Fact]
    public async Task AHostedIstiodKeepsTheVolumesThatItIsGiven()
    {
        var run = await MeshRun.OfAsync(
            "external-control-plane",
            a =>
                a.Clusters["c2"].Install.Values = new()
                {
                    Istiod = new()
                    {
                        ["volumes"] = new List<object> { new Dictionary<string, object> { ["name"] = "mine" } },
                        ["volumeMounts"] = new List<object>
                        {
                            new Dictionary<string, object> { ["name"] = "mine", ["mountPath"] = "/mine" },
                        },
                    },
                }
        );
        Assert.Contains(
            "\"volumeMounts\":[{\"mountPath\":\"/mine\",\"name\":\"mine\"},"
                + "{\"mountPath\":\"/etc/istio/config\",\"name\":\"config-volume\"}",
            run.Values("c1-external-istiod"),
            StringComparison.Ordinal
        );
        Assert.Contains("\"volumes\":[{\"name\":\"mine\"},{\"configMap\":", run.Values("c1-external-istiod"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsCertificateMayBeGiven()
    {
        var run = await MeshRun.OfAsync(
            "external-control-plane",
            a =>
            {
                var hosted = a.Clusters["c1"].ExternalIstiod!;
                (hosted.CredentialName, hosted.Certificate, hosted.PrivateKey) = (null, "certificate", Output.CreateSecret("key"));
            }
        );
        Assert.Equal(
            """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"external-istiod-credential","namespace":"istio-system"}"""
                + ""","stringData":{"tls.crt":"certificate","tls.key":"key"},"type":"kubernetes.io/tls"}""",
            run.Json("kubernetes:core/v1:Secret", "c1-external-credential")
        );
        Assert.Contains(
            "\"credentialName\":\"external-istiod-credential\"",
            run.Spec("Gateway", "c1-external-istiod-gw"),
            StringComparison.Ordinal
        );
        Assert.True(await Output.IsSecretAsync(run.Secrets["c1-external-credential"].StringData.ToOutput().Apply(d => d["tls.key"])));
    }

    [Theory]
    [InlineData(
        null,
        null,
        null,
        "credentialName: required: the secret of istio-system with the certificate of the host (or certificate and privateKey, as "
            + "{config: KEY} each)"
    )]
    [InlineData(
        "mine",
        "certificate",
        "key",
        "credentialName: stands beside certificate, of which a secret is made: remove one of the two"
    )]
    [InlineData(
        null,
        "certificate",
        null,
        "privateKey: required beside certificate, as {config: KEY} with the configuration key that holds it"
    )]
    public void ItsCertificateComesFromOnePlace(string? credential, string? certificate, string? key, string expected)
    {
        var args = MeshRun.Args("external-control-plane");
        args.Clusters["c1"].ExternalIstiod = new()
        {
            Host = "istiod.example.com",
            CredentialName = credential,
            Certificate = certificate is null ? null : (Input<string>)certificate,
            PrivateKey = key is null ? null : (Input<string>)key,
        };
        var problem = Assert.Single(args.Problems());
        Assert.Equal("clusters.c1.externalIstiod." + expected, $"{problem.Path}: {problem.Message}");
    }

    [Fact]
    public void TheGatewayInFrontOfAHostedIstiodNeedsItsRoot()
    {
        var args = MeshRun.Args("external-control-plane");
        args.Trust = null;
        Assert.Contains(
            args.Problems(),
            p =>
                $"{p.Path}: {p.Message}"
                == "trust: required with an external control plane: the gateway of c1 verifies the istiod that it leads to by the root "
                    + "that both share"
        );

        args.Trust = new() { Provided = new() { RootCertificate = "root" } };
        args.Clusters["c2"].Ca = new() { Certificate = "certificate", PrivateKey = "key" };
        Assert.Contains(
            args.Problems(),
            p =>
                $"{p.Path}: {p.Message}"
                == "clusters.c1.ca: required, because c2 has one: the gateway of c1 verifies the istiod of c2 by the root that both share"
        );
    }

    [Theory]
    [InlineData("multi-primary", 3)]
    [InlineData("primary-remote", 3)]
    [InlineData("federated", 0)]
    public void AmbientClustersDoNotFindEachOtherYet(string topology, int expected)
    {
        var args = MeshRun.Args(topology);
        foreach (var member in args.Clusters.Values)
        {
            member.Install.Profile = IstioProfile.Ambient;
            member.Install.EastWest!.Address = "192.0.2.1";
        }

        var problems = args.Problems().Where(p => p.Path.EndsWith(".dataPlane", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, problems.Count);
        Assert.All(
            problems,
            p =>
                Assert.StartsWith(
                    $"ambient is not possible in a {topology} mesh of several clusters yet: ztunnel reaches another cluster only through",
                    p.Message,
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>The messages that a run fails with, of which the SDK may report one or several.</summary>
    private static async Task<IReadOnlyList<string>> FailuresAsync(Func<Task> run)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(run);
        return exception is AggregateException many ? [.. many.Flatten().InnerExceptions.Select(e => e.Message)] : [exception.Message];
    }
}
