using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Revisions;

public sealed class RevisionTests
{
    [Fact]
    public async Task ControlPlanesStandSideBySide()
    {
        var releases = await ReleasesAsync(a =>
        {
            Canary(a);
            a.Ingress = new();
            a.Ingresses = new()
            {
                ["partners"] = new() { Revision = "canary" },
                ["own"] = new() { Revision = "1-31-4" },
            };
        });
        Assert.Equal(
            [
                "istio-base 1.31.4",
                "istio-ingressgateway 1.30.8",
                "istio-own 1.31.4",
                "istio-partners 1.31.4",
                "istiod-1-30-8 1.30.8",
                "istiod-1-31-4 1.31.4",
            ],
            releases.Values.Select(r => $"{r.Name} {r.Version}").Order(StringComparer.Ordinal)
        );
        Assert.Equal("1-30-8", releases["istio-base"].Values["defaultRevision"]);
        Assert.Equal(
            ["1-30-8", "1-31-4", "prod", "canary", "1-31-4"],
            new[] { "istiod-1-30-8", "istiod-1-31-4", "istio-ingressgateway", "istio-partners", "istio-own" }.Select(n =>
                releases[n].Values["revision"]
            )
        );
        Assert.All(releases.Values, r => Assert.False(r.Values.ContainsKey("revisionTags"), "two releases would fight for the tag"));
    }

    [Fact]
    public async Task TheControlPlaneWithoutARevisionMayBeOneOfThem()
    {
        var releases = await ReleasesAsync(a =>
            (a.Revisions, a.Ingress) = (
                new()
                {
                    ["default"] = new() { Version = "1.30.8" },
                    ["1-31-4"] = new(),
                },
                new()
            )
        );
        Assert.Equal("1.30.8", releases["istiod"].Version);
        Assert.False(releases["istiod"].Values.ContainsKey("revision"));
        Assert.False(releases["istio-ingressgateway"].Values.ContainsKey("revision"));
        Assert.Equal("default", releases["istio-base"].Values["defaultRevision"]);
    }

    [Fact]
    public async Task ARevisionKeepsItsResourceWhenOthersCome()
    {
        var alone = await RunAsync(a => a.Revision = "1-30-8");
        var beside = await RunAsync(Canary);
        var id = alone.Resources.Single(r => r.HelmRelease?.Name == "istiod-1-30-8").Id;
        Assert.Equal(id, beside.Resources.Single(r => r.HelmRelease?.Name == "istiod-1-30-8").Id);
    }

    [Fact]
    public void SeveralNeedOneForTheGateways() =>
        Assert.Equal(
            ["revision: required with several revisions: the revision or tag that gateways use (or a tag named default)"],
            Problems(a => a.Revisions = new() { ["a"] = new(), ["b"] = new() })
        );

    [Fact]
    public void TheTagDefaultIsEnoughForTheGateways() =>
        Assert.Empty(Problems(a => (a.Revisions, a.Tags) = (new() { ["a"] = new(), ["b"] = new() }, new() { ["default"] = "a" })));

    [Fact]
    public void ContradictionsAreNamed()
    {
        var problems = Problems(a =>
        {
            a.Version = "1.30.8";
            a.Revision = "1-30-4";
            a.Revisions = new()
            {
                ["1-30-8"] = new() { Version = "1.30.8" },
                ["1.31.4"] = new(),
                ["1-29-6"] = new() { Version = "1.29.6" },
            };
            a.Tags = new() { ["1-30-8"] = "1-29-6", ["prod"] = "1-29-5" };
            a.Egress = new() { Revision = "canary" };
        });
        Assert.Equal(
            [
                "version: '1.30.8' is given beside revisions: each of them names its own version",
                "revisions.1-29-6.version: '1.29.6' cannot be installed: Istio 1.29 has ended, and nobody mends its security flaws any "
                    + "more; allowed: a patch of 1.30 (newest 1.30.8), 1.31 (newest 1.31.4), 1.32 (newest 1.32.0)",
                "revisions.1.31.4: '1.31.4' is not a DNS label; for 1.31.4: 1-31-4",
                "revisions: 1-29-6 (1.29.6) and 1.31.4 are more than one minor version apart: side by side one is allowed",
                "revision: '1-30-4' is not a revision or tag of this cluster; allowed: 1-29-6, 1-30-8, 1.31.4, prod",
                "tags.1-30-8: '1-30-8' is a revision: a namespace that chooses it would be injected by both",
                "tags.prod: '1-29-5' is not a revision of this cluster; allowed: 1-29-6, 1-30-8, 1.31.4",
                "egress.revision: 'canary' is not a revision or tag of this cluster; allowed: 1-29-6, 1-30-8, 1.31.4, prod",
            ],
            problems
        );
    }

    [Fact]
    public void ATagDefaultBesideTheControlPlaneWithoutARevisionIsTwoOfOneName() =>
        Assert.Equal(
            ["tags.default: the control plane without a revision is called default itself: give it a revision, or name the tag otherwise"],
            Problems(a => a.Tags = new() { ["default"] = "default" })
        );

    private static void Canary(IstioInstallArgs args)
    {
        args.Revisions = new()
        {
            ["1-30-8"] = new() { Version = "1.30.8" },
            ["1-31-4"] = new(),
        };
        args.Tags = new() { ["prod"] = "1-30-8", ["canary"] = "1-31-4" };
        args.Revision = "prod";
    }
}
