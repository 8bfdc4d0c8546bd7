using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Install;

public sealed class AmbientTests
{
    [Fact]
    public async Task AmbientIsIstiodCniAndZtunnel()
    {
        var releases = await ReleasesAsync(a => a.Profile = IstioProfile.Ambient);
        Assert.Equal(["istio-base", "istio-cni", "istiod", "ztunnel"], releases.Keys.Order(StringComparer.Ordinal));
        Assert.All(releases.Values, r => Assert.Equal("istio-system", r.Namespace));
        Assert.Equal("{global: {hub: docker.io/istio}, profile: ambient}", Flow(releases["istio-cni"].Values));
        Assert.Equal(
            "{global: {network: net1}, hub: docker.io/istio, multiCluster: {clusterName: east}, profile: ambient}",
            Flow(releases["ztunnel"].Values)
        );
        Assert.Null(releases["istiod"].Values.GetValueOrDefault("env"));
    }

    [Fact]
    public async Task AmbientGoesWithProduction()
    {
        var releases = await ReleasesAsync(a => (a.Profile, a.DataPlane) = (IstioProfile.Production, DataPlane.Ambient));
        var istiod = releases["istiod"].Values;
        Assert.Equal(("ambient", 3L), (istiod["profile"], istiod["autoscaleMin"]));
    }

    [Fact]
    public async Task OnOpenShiftTheNodesAreInKubeSystem()
    {
        var releases = await ReleasesAsync(a => (a.Profile, a.Platform) = (IstioProfile.Ambient, Platform.OpenShift));
        Assert.Equal(("kube-system", "kube-system"), (releases["istio-cni"].Namespace, releases["ztunnel"].Namespace));
        Assert.Equal("kube-system", releases["istiod"].Values["trustedZtunnelNamespace"]);
    }

    /// <summary>There the chart lets sidecars count on the node agent, whatever it is told.</summary>
    [Fact]
    public async Task OnOpenShiftSidecarsHaveTheNodeAgentToo()
    {
        var releases = await ReleasesAsync(a => a.Platform = Platform.OpenShift);
        Assert.Equal("kube-system", releases["istio-cni"].Namespace);
        Assert.Equal("{enabled: true}", Flow(releases["istiod"].Values["cni"]));
        Assert.Equal(
            ["cni: false is not possible on OpenShift: there the charts let sidecars count on the node agent, whatever they are told"],
            Problems(a => (a.Platform, a.Cni) = (Platform.OpenShift, false))
        );
    }

    [Fact]
    public async Task ZtunnelBelongsToTheMainRevision()
    {
        var releases = await ReleasesAsync(a =>
            (a.Profile, a.Revision, a.Revisions) = (
                IstioProfile.Ambient,
                "old",
                new()
                {
                    ["old"] = new() { Version = "1.30.8" },
                    ["new"] = new(),
                }
            )
        );
        Assert.Equal(("old", "1.30.8"), (releases["ztunnel"].Values["revision"], releases["ztunnel"].Version));
        Assert.Equal("1.30.8", releases["istio-cni"].Version);
    }

    [Theory]
    [InlineData(
        "ambient",
        "sidecar",
        "dataPlane: profile ambient and dataPlane sidecar contradict each other: use profile default for sidecars"
    )]
    [InlineData(
        "demo",
        "ambient",
        "profile: 'demo' with dataPlane ambient: the charts take one profile, and ambient is one (default, minimal and production can be "
            + "combined with it)"
    )]
    public void ProfileAndDataPlaneAgree(string profile, string controlPlane, string expected) =>
        Assert.Equal([expected], Problems(a => (a.Profile, a.DataPlane) = (IstioProfile.Parse(profile), DataPlane.Parse(controlPlane))));

    [Fact]
    public void WhatIsForAmbientIsForAmbient() =>
        Assert.Equal(
            ["waypoints: are for dataPlane ambient: a sidecar is its workload's own layer 7 proxy"],
            Problems(a => a.Waypoints = [new() { Namespace = "shop" }])
        );

    [Fact]
    public void AmbientNeedsTheNodeAgent() =>
        Assert.Equal(
            ["cni: false is not possible with dataPlane ambient: it is cni that brings traffic to ztunnel"],
            Problems(a => (a.Profile, a.Cni) = (IstioProfile.Ambient, false))
        );
}
