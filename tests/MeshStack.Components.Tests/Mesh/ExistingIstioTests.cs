using Pulumi;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>A cluster whose Istio something else installed.</summary>
public sealed class ExistingIstioTests
{
    [Fact]
    public async Task NothingIsInstalledAndTheAddressOfItsGatewayIsRead()
    {
        var run = await MeshRun.OfAsync("multi-primary", Adopt);
        var installed = run.Registered.Where(r => r.Type == "kubernetes:helm.sh/v3:Release").Select(r => r.Name).ToList();
        Assert.Contains("c1-istio-istiod", installed);
        Assert.DoesNotContain(installed, name => name!.StartsWith("c2", StringComparison.Ordinal));
        Assert.DoesNotContain(
            run.Registered,
            r => r.Type == "kubernetes:core/v1:Secret" && r.Name!.StartsWith("c2-istio", StringComparison.Ordinal)
        );
        Assert.Equal("gateways/ew", Assert.Single(run.Registered, r => r.Name == "c2-istio-eastwestgateway-service").Id);
        Assert.Contains(
            "eastWestAddress: \"192.0.2.2\"",
            run.Outputs.Where(o => o.Urn.EndsWith("c2-istio", StringComparison.Ordinal)).Select(o => o.Text)
        );
    }

    /// <summary>What other clusters need of it is made all the same, at its own gateway.</summary>
    [Fact]
    public async Task ItsGatewayIsChosenByItsOwnLabels()
    {
        var run = await MeshRun.OfAsync("multi-primary", Adopt);
        var gateway = Assert.Single(run.Registered, r => r.Name == "c2-cross-network-gateway");
        Assert.Contains("{\"app\":\"ew\"}", MeshRun.JsonOf(gateway.Inputs), StringComparison.Ordinal);
        Assert.Contains(run.Registered, r => r.Name == "c2-in-c1");
        Assert.Contains(run.Registered, r => r.Name == "c1-in-c2");
    }

    [Fact]
    public void NothingElseIsGivenBesideIt()
    {
        var args = MeshRun.Args("multi-primary");
        Adopt(args);
        args.Clusters["c2"].Install.Profile = IstioProfile.Production;
        args.Clusters["c2"].Install.EastWest = new();
        Assert.Equal(
            ["clusters.c2.eastWest", "clusters.c2.profile"],
            args.Problems()
                .Where(p => p.Severity == MeshStack.Definition.ProblemSeverity.Error)
                .Select(p => p.Path)
                .Order(StringComparer.Ordinal)
        );
    }

    private static void Adopt(MeshArgs args)
    {
        args.Trust = null;
        args.Clusters["c2"].Install = new()
        {
            Existing = new()
            {
                Version = "1.30.8",
                Gateways = new()
                {
                    EastWest = new()
                    {
                        Namespace = "gateways",
                        Name = "ew",
                        Selector = { ["app"] = "ew" },
                    },
                },
            },
        };
    }
}
