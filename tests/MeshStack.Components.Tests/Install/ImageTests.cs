using static MeshStack.Components.Tests.Install.OneCluster;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace MeshStack.Components.Tests.Install;

/// <summary>Where charts and images come from, also behind a mirror.</summary>
public sealed class ImageTests
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task ByDefaultTheyComeFromWhereIstioPublishesThem()
    {
        var recording = await RunAsync(a => (a.Profile, a.Ingress) = (IstioProfile.Ambient, new() { Address = "192.0.2.1" }));
        Assert.All(recording.HelmReleases, r => Assert.Equal("https://blob.istio.io/istio-release/charts", r.Repository));
        var values = recording.HelmReleases.ToDictionary(r => r.Name, r => r.Values);
        Assert.Equal(
            ("docker.io/istio", "docker.io/istio", "docker.io/istio"),
            (values["istiod"].At("global/hub"), values["istio-cni"].At("global/hub"), values["ztunnel"].At("hub"))
        );
        Assert.DoesNotContain(values.Values, v => v.ContainsKey("image") || v.ContainsKey("imagePullSecrets"));
    }

    [Fact]
    public async Task AMirrorIsNamedOnceForAllCharts()
    {
        var releases = await ReleasesAsync(a =>
        {
            (a.Repository, a.Hub, a.ImagePullSecrets) = (
                "https://charts.example.com/istio",
                "registry.example.com:5000/mirror/istio",
                ["mirror", "other"]
            );
            (a.Profile, a.Ingress) = (IstioProfile.Ambient, new() { Address = "192.0.2.1" });
        });
        Assert.All(releases.Values, r => Assert.Equal("https://charts.example.com/istio", r.Repository));
        Assert.Equal(
            "{hub: registry.example.com:5000/mirror/istio, imagePullSecrets: [mirror, other]}",
            Flow(releases["istio-cni"].Values["global"])
        );
        Assert.Equal("[mirror, other]", Flow(releases["istiod"].Values.At("global/imagePullSecrets")));
        Assert.Equal(
            ("registry.example.com:5000/mirror/istio", "[mirror, other]"),
            (releases["ztunnel"].Values["hub"], Flow(releases["ztunnel"].Values["imagePullSecrets"]))
        );

        // This chart hands the list to the pod as it is.
        Assert.Equal("[{name: mirror}, {name: other}]", Flow(releases["istio-ingressgateway"].Values["imagePullSecrets"]));
    }

    [Fact]
    public async Task ARegistryTakesTheWholeReferenceOfAChartAndNoRepository()
    {
        var recording = await RunAsync(a =>
            (a.Repository, a.EastWest) = ("oci://ghcr.io/istio/release/charts/", new() { Address = "192.0.2.1" })
        );
        Assert.Equal(
            [
                "oci://ghcr.io/istio/release/charts/base",
                "oci://ghcr.io/istio/release/charts/gateway",
                "oci://ghcr.io/istio/release/charts/istiod",
            ],
            recording.HelmReleases.Select(r => r.Chart).Order(StringComparer.Ordinal)
        );
        Assert.All(recording.Resources.Where(r => r.HelmRelease is not null), r => Assert.False(r.Inputs.ContainsKey("repositoryOpts")));
        Assert.Equal(["base", "gateway", "istiod"], recording.HelmReleases.Select(r => r.ChartName).Order(StringComparer.Ordinal));
    }

    /// <summary>The provider replaces a release whose name or namespace changes, and nothing else: helm_release.go of
    /// pulumi-kubernetes.</summary>
    [Fact]
    public async Task AChangeOfRepositoryReplacesNothing()
    {
        var before = await RunAsync(a => a.EastWest = new() { Address = "192.0.2.1" });
        var after = await RunAsync(a =>
            (a.Repository, a.EastWest) = ("oci://registry.example.com/charts", new() { Address = "192.0.2.1" })
        );
        Assert.Equal(before.Resources.Select(r => r.Id), after.Resources.Select(r => r.Id));
        Assert.Equal(
            before.HelmReleases.Select(r => (r.Namespace, r.Name, r.Version)),
            after.HelmReleases.Select(r => (r.Namespace, r.Name, r.Version))
        );
        Assert.Equal(before.HelmReleases.Select(r => Flow(r.Values)), after.HelmReleases.Select(r => Flow(r.Values)));
    }

    [Fact]
    public async Task AnImageMayBeGivenByDigest()
    {
        var releases = await ReleasesAsync(a =>
        {
            a.Profile = IstioProfile.Ambient;
            a.Images = new()
            {
                Istiod = "registry.example.com/istio/pilot" + Digest,
                Proxy = "registry.example.com/istio/proxyv2:1.31.4" + Digest,
                Cni = "registry.example.com/istio/install-cni:1.31.4",
                Ztunnel = "registry.example.com/istio/ztunnel" + Digest,
            };
        });
        Assert.Equal("registry.example.com/istio/pilot" + Digest, releases["istiod"].Values["image"]);

        // Sidecars, and the container that redirects their traffic; gateways are injected with the same.
        Assert.Equal("registry.example.com/istio/proxyv2:1.31.4" + Digest, releases["istiod"].Values.At("global/proxy/image"));
        Assert.Equal("registry.example.com/istio/proxyv2:1.31.4" + Digest, releases["istiod"].Values.At("global/proxy_init/image"));
        Assert.Equal("registry.example.com/istio/install-cni:1.31.4", releases["istio-cni"].Values["image"]);
        Assert.Equal("registry.example.com/istio/ztunnel" + Digest, releases["ztunnel"].Values["image"]);
    }

    [Fact]
    public async Task EachRevisionMayHaveImagesOfItsOwn()
    {
        var releases = await ReleasesAsync(a =>
        {
            a.Revisions = new()
            {
                ["old"] = new()
                {
                    Version = "1.30.8",
                    Images = new() { Istiod = "r.example.com/pilot:a" },
                },
                ["new"] = new() { Images = new() { Istiod = "r.example.com/pilot:b" } },
            };
            a.Revision = "old";
        });
        Assert.Equal(
            ("r.example.com/pilot:a", "r.example.com/pilot:b"),
            (releases["istiod-old"].Values["image"], releases["istiod-new"].Values["image"])
        );
    }

    [Theory]
    [InlineData(
        "https://istio-release.storage.googleapis.com/charts",
        "docker.io/istio",
        "repository: istio-release.storage.googleapis.com is switched off in December 2026, and has nothing newer than Istio 1.30: the "
            + "charts are at https://blob.istio.io/istio-release/charts (or oci://ghcr.io/istio/release/charts)"
    )]
    [InlineData(
        "oci://gcr.io/istio-release/charts",
        "docker.io/istio",
        "repository: gcr.io/istio-release is switched off in December 2026, and has nothing newer than Istio 1.30: the images are at "
            + "docker.io/istio, and the charts at oci://ghcr.io/istio/release/charts"
    )]
    [InlineData(
        "https://blob.istio.io/istio-release/charts",
        "registry.istio.io/release",
        "hub: registry.istio.io is switched off in December 2026, and has nothing newer than Istio 1.30: the images are at docker.io/istio"
    )]
    [InlineData(
        "charts.example.com",
        "docker.io/istio",
        "repository: 'charts.example.com' is not a chart repository, such as https://blob.istio.io/istio-release/charts or "
            + "oci://registry.example.com/istio/charts"
    )]
    [InlineData(
        "https://me:hush@charts.example.com",
        "docker.io/istio",
        "repository: the address holds a user or a password: log Helm in to the registry instead, and give the address alone"
    )]
    [InlineData(
        "https://blob.istio.io/istio-release/charts",
        "https://docker.io/istio",
        "hub: 'https://docker.io/istio' is not a place of images, such as docker.io/istio or registry.example.com/istio"
    )]
    public void PlacesThatDoNotWorkAreRefused(string repository, string hub, string expected) =>
        Assert.Equal([expected], Problems(a => (a.Repository, a.Hub) = (repository, hub)));

    [Fact]
    public void RetiredHostsAreFoundWhereverTheyStand() =>
        Assert.Equal(
            [
                "images.istiod: gcr.io/istio-release is switched off",
                "ingress.values.podAnnotations.proxyImage: registry.istio.io is switched off",
                "meshConfig.defaultConfig.proxyMetadata.IMAGE: registry.istio.io is switched off",
                "values.istiod.initContainers[0].image: gcr.io/istio-release is switched off",
            ],
            Problems(a =>
                {
                    a.Images = new() { Istiod = "gcr.io/istio-release/pilot:1.30.8" };
                    a.MeshConfig = new()
                    {
                        ["defaultConfig"] = new Map { ["proxyMetadata"] = new Map { ["IMAGE"] = "registry.istio.io/release/proxyv2" } },
                    };
                    a.Values = new()
                    {
                        Istiod = new()
                        {
                            ["initContainers"] = new List<object> { new Map { ["image"] = "gcr.io/istio-release/pilot:1.30.8" } },
                        },
                    };
                    a.Ingress = new()
                    {
                        Values = new() { ["podAnnotations"] = new Map { ["proxyImage"] = "registry.istio.io/release/proxyv2:1.30.8" } },
                    };
                })
                .Where(p => p.Contains("switched off", StringComparison.Ordinal))
                .Select(p => p[..(p.IndexOf(" in December", StringComparison.Ordinal))])
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("pilot:1.31.4")]
    [InlineData("registry.example.com/pilot")]
    [InlineData("registry.example.com/pilot@sha256:123")]
    [InlineData("https://registry.example.com/pilot:1.31.4")]
    public void AnImageIsAFullReference(string image) =>
        Assert.Equal(
            [$"images.istiod: '{image}' is not a full reference of an image: REGISTRY/NAME:TAG or REGISTRY/NAME@sha256:DIGEST is expected"],
            Problems(a => a.Images = new() { Istiod = image })
        );

    [Fact]
    public void OneImageIsNotForTwoVersions() =>
        Assert.Equal(
            ["images.istiod: one image for revisions of several versions: give each revision its own, as revisions.NAME.images.istiod"],
            Problems(a =>
                (a.Revisions, a.Revision, a.Images) = (
                    new()
                    {
                        ["old"] = new() { Version = "1.30.8" },
                        ["new"] = new(),
                    },
                    "old",
                    new() { Istiod = "r.example.com/pilot:a" }
                )
            )
        );

    /// <summary>What there is once may be given once, and so may what only one version takes.</summary>
    [Fact]
    public void OneImageIsForWhatIsThereOnce() =>
        Assert.Empty(
            Problems(a =>
                (a.Revisions, a.Revision, a.Images) = (
                    new()
                    {
                        ["old"] = new()
                        {
                            Version = "1.30.8",
                            Images = new() { Proxy = "r.example.com/proxy:old" },
                        },
                        ["new"] = new(),
                    },
                    "old",
                    new() { Cni = "r.example.com/cni:a", Proxy = "r.example.com/proxy:new" }
                )
            )
        );

    [Theory]
    [InlineData("r.example.com/istio/pilot:1.30.8", "1.30.8")]
    [InlineData(
        "r.example.com/istio/pilot:1.29.1-distroless@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "1.29.1"
    )]
    public void AnImageOfAnotherVersionIsWarnedOf(string image, string version) =>
        Assert.Equal(
            [
                $"images.istiod: '{image}' is Istio {version}, and the charts are of 1.31.4: what is checked of a version is checked of "
                    + "1.31.4",
            ],
            Problems(a => a.Images = new() { Istiod = image })
        );

    [Theory]
    [InlineData("r.example.com/istio/pilot:1.31.4")]
    [InlineData("r.example.com/istio/pilot:1.31.4-distroless")]
    [InlineData("r.example.com/istio/pilot:ours-7")]
    public void AnImageOfTheVersionOrOfNoneIsNot(string image) => Assert.Empty(Problems(a => a.Images = new() { Istiod = image }));

    [Theory]
    [InlineData(
        "http://charts.example.com",
        "docker.io/istio",
        "repository: 'http://charts.example.com' is read without TLS: whoever is on the way decides what is installed"
    )]
    [InlineData(
        "https://charts.example.com",
        "r.example.com/istio/pilot",
        "hub: 'r.example.com/istio/pilot' ends in the name of an image, which the charts add themselves: write r.example.com/istio"
    )]
    public void AMirrorIsNamedAsTheChartsTakeIt(string repository, string hub, string expected) =>
        Assert.Equal([expected], Problems(a => (a.Repository, a.Hub) = (repository, hub)));

    [Theory]
    [InlineData("tag")]
    [InlineData("global.tag")]
    public void TheTagFollowsFromTheVersion(string path) =>
        Assert.Equal(
            [$"values.istiod.{path}: is set by MeshStack: use version, or images for an image of another name"],
            Problems(a =>
                a.Values = new()
                {
                    Istiod = path == "tag" ? new() { ["tag"] = "1.30.8" } : new() { ["global"] = new Map { ["tag"] = "1.30.8" } },
                }
            )
        );

    [Fact]
    public void PullSecretsAreNamesOfSecrets() =>
        Assert.Equal(
            ["imagePullSecrets[1]: 'Mirror!' is not a name of a secret"],
            Problems(a => a.ImagePullSecrets = ["mirror", "Mirror!"])
        );

    [Fact]
    public void WhatTheOptionsSayIsSaidByThem() =>
        Assert.Equal(
            [
                "ingress.values.imagePullSecrets: is set by MeshStack: use imagePullSecrets",
                "values.cni.global.hub: is set by MeshStack: use hub",
                "values.istiod.global.hub: is set by MeshStack: use hub",
                "values.istiod.global.proxy.image: is set by MeshStack: use images",
                "values.istiod.image: is set by MeshStack: use images",
                "values.ztunnel.global.hub: is set by MeshStack: use hub",
                "values.ztunnel.image: is set by MeshStack: use images",
            ],
            Problems(a =>
                {
                    var hub = new Map { ["hub"] = "x" };
                    a.DataPlane = DataPlane.Ambient;
                    a.Ingress = new() { Values = new() { ["imagePullSecrets"] = new List<object>() } };
                    a.Values = new()
                    {
                        Cni = new() { ["global"] = hub },
                        Istiod = new()
                        {
                            ["global"] = new Map
                            {
                                ["hub"] = "x",
                                ["proxy"] = new Map { ["image"] = "proxyv2" },
                            },
                            ["image"] = "pilot",
                        },
                        Ztunnel = new() { ["global"] = hub, ["image"] = "ztunnel" },
                    };
                })
                .Order(StringComparer.Ordinal)
        );
}
