using MeshStack.Components.Tests.Install;
using MeshStack.Offline;
using static MeshStack.Components.Tests.Install.OneCluster;

namespace MeshStack.Components.Tests.Namespaces;

public sealed class MeshNamespaceTests
{
    [Theory]
    [InlineData("enabled", "{istio-injection: enabled}")]
    [InlineData("disabled", "{istio-injection: disabled}")]
    [InlineData("1-31-4", "{istio.io/rev: 1-31-4}")]
    [InlineData("prod", "{istio.io/rev: prod}")]
    public async Task OneLabelSaysHowItIsInTheMesh(string injection, string expected)
    {
        var manifest = await ShopAsync(Tagged, a => a.Injection = injection);
        Assert.Equal(expected, Flow(manifest.At("metadata/labels")));
    }

    [Fact]
    public async Task AmbientNamespacesMayUseAWaypoint()
    {
        var manifest = await ShopAsync(a => a.Profile = IstioProfile.Ambient, a => (a.Injection, a.Waypoint) = ("ambient", "waypoint"));
        Assert.Equal("{istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint}", Flow(manifest.At("metadata/labels")));
    }

    [Fact]
    public async Task OwnLabelsAndAnnotationsAreAdded()
    {
        var manifest = await ShopAsync(
            _ => { },
            a => (a.Labels, a.Annotations) = (new() { ["team"] = "shop", ["istio-injection"] = "enabled" }, new() { ["owner"] = "x" })
        );
        Assert.Equal("{istio-injection: enabled, team: shop}", Flow(manifest.At("metadata/labels")));
        Assert.Equal("{meshstack/retain-on-delete: true, owner: x}", Flow(manifest.At("metadata/annotations")));
    }

    [Fact]
    public async Task AnExistingNamespaceIsPatched()
    {
        var recording = await RecordAsync(_ => { }, a => (a.Namespace, a.Existing) = ("default", true));
        var patch = Assert.Single(recording.Resources, r => r.Id.Type == "kubernetes:core/v1:NamespacePatch");
        Assert.Equal(
            "{apiVersion: v1, kind: Namespace, metadata: {labels: {istio-injection: enabled}, name: default}}",
            Flow(patch.Inputs)
        );
    }

    [Fact]
    public async Task ANamespaceOfATagWaitsForTheTag()
    {
        var recording = await RecordAsync(Tagged, a => a.Injection = "prod");
        var shop = recording.Resources.Single(r => r.Manifest is { Kind: "Namespace", Name: "shop" });
        Assert.True(recording.WaitsFor(shop, recording.Resources.Single(r => r.Manifest?.Name == "istio-revision-tag-prod")));
        Assert.False(recording.WaitsFor(shop, recording.Resources.Single(r => r.Manifest?.Name == "istio-revision-tag-default")));
    }

    [Fact]
    public void TheSystemNamespaceIsLeftAlone() =>
        Assert.Equal(
            ["namespace: 'istio-system' is the system's own: injection there would stop the control plane from starting"],
            Problems(ControlPlane("default"), a => a.Namespace = "istio-system")
        );

    [Fact]
    public void EnabledNeedsAControlPlaneThatServesIt()
    {
        Assert.Equal(
            [
                "injection: 'enabled' is served by the control plane without a revision or by the tag default, and this cluster has "
                    + "neither: write one of 1-31-4",
            ],
            Problems(ControlPlane("1-31-4"), _ => { })
        );
        var revisions = ControlPlane("1-31-4").Revisions! with { Tags = new Dictionary<string, string> { ["default"] = "1-31-4" } };
        Assert.Empty(Problems(ControlPlane("1-31-4") with { Revisions = revisions }, _ => { }));
    }

    [Fact]
    public void AnUnknownRevisionNamesTheKnownOnes()
    {
        var args = new MeshNamespaceArgs
        {
            ControlPlane = ControlPlane("1-31-4"),
            Namespace = "shop",
            Injection = "1-30-2",
        };
        var problem = Assert.Single(args.Problems());
        Assert.Equal(("injection", "1-30-2"), (problem.Path, problem.Given));
        Assert.Equal(["enabled", "disabled", "ambient", "1-31-4"], problem.Allowed);
    }

    [Fact]
    public void ContradictionsAreNamed() =>
        Assert.Equal(
            [
                "injection: 'ambient' needs an installation with dataPlane ambient; this cluster has dataPlane sidecar",
                "labels.istio-injection: 'istio-injection: enabled' contradicts injection 'ambient'",
                "labels.istio.io/rev: 'istio.io/rev: prod' contradicts injection 'ambient'",
            ],
            Problems(
                ControlPlane("default"),
                a =>
                    (a.Injection, a.Labels) = (
                        "ambient",
                        new()
                        {
                            ["istio-injection"] = "enabled",
                            ["istio.io/rev"] = "prod",
                            ["istio.io/dataplane-mode"] = "ambient",
                        }
                    )
            )
        );

    [Fact]
    public void AWaypointIsForAmbient() =>
        Assert.Equal(
            ["waypoint: is for injection ambient, and injection is 'enabled'"],
            Problems(ControlPlane("default"), a => a.Waypoint = "w")
        );

    [Fact]
    public void WhatIsNotKnownIsNotChecked() =>
        Assert.Empty(Problems(new ControlPlane(new ClusterIdentity("east")), a => a.Injection = "anything"));

    private static void Tagged(IstioInstallArgs args) =>
        (args.Revision, args.Tags) = ("1-31-4", new() { ["prod"] = "1-31-4", ["default"] = "1-31-4" });

    private static ControlPlane ControlPlane(string revision) =>
        new(new ClusterIdentity("east"))
        {
            DataPlane = DataPlane.Sidecar,
            Revisions = new RevisionSet
            {
                Versions = new Dictionary<string, string> { [revision] = "1.31.4" },
                Reference = revision,
            },
        };

    private static IReadOnlyList<string> Problems(ControlPlane controlPlane, Action<MeshNamespaceArgs> change)
    {
        var args = new MeshNamespaceArgs { ControlPlane = controlPlane, Namespace = "shop" };
        change(args);
        return [.. args.Problems().Select(p => $"{p.Path}: {p.Message}")];
    }

    private static Task<Recording> RecordAsync(Action<IstioInstallArgs> install, Action<MeshNamespaceArgs> change) =>
        RunAsync(
            install,
            controlPlane =>
            {
                var args = new MeshNamespaceArgs { ControlPlane = controlPlane, Namespace = "shop" };
                change(args);
                _ = new MeshNamespace("east-shop", args);
                return new Dictionary<string, object?>();
            }
        );

    private static async Task<IReadOnlyDictionary<string, object?>> ShopAsync(
        Action<IstioInstallArgs> install,
        Action<MeshNamespaceArgs> change
    ) => (await RecordAsync(install, change)).Manifests.Single(m => m is { Kind: "Namespace", Name: "shop" }).Body;
}
