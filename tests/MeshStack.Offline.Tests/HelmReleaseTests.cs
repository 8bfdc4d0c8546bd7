using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using static MeshStack.Offline.Tests.Programs.Offline;

namespace MeshStack.Offline.Tests;

public sealed class HelmReleaseTests
{
    private const string Space = "istio-system";

    private static Release Release(string name, CustomResourceOptions options) =>
        new(
            name,
            new ReleaseArgs
            {
                Chart = name,
                Name = name,
                Namespace = Space,
            },
            options
        );

    private static async Task<Dictionary<string, string>> Needs(Action<Site> program)
    {
        var recording = await Run(() => program(new Site("east")));
        return recording.HelmReleases.ToDictionary(release => release.Name, release => string.Join(' ', release.Needs));
    }

    [Fact]
    public async Task AReleaseIsRecordedWithWhatHelmNeeds()
    {
        var recording = await Run(() =>
            _ = new Release(
                "istiod-east",
                new ReleaseArgs
                {
                    Chart = "istiod",
                    Name = "istiod",
                    Namespace = Space,
                    Version = "1.30.3",
                    CreateNamespace = true,
                    Atomic = true,
                    SkipAwait = true,
                    SkipCrds = true,
                    Timeout = 600,
                    RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts" },
                    Values = new Dictionary<string, object>
                    {
                        ["z"] = 1,
                        ["a"] = new Dictionary<string, object> { ["b"] = true },
                    },
                },
                new Site("east").Use
            )
        );

        var release = recording.HelmReleases.Single();
        Assert.Equal("{'a':{'b':true},'z':1}", Text(release.Values));
        Assert.Equal(
            new HelmRelease
            {
                Cluster = "east",
                Name = "istiod",
                Namespace = Space,
                Chart = "istiod",
                Version = "1.30.3",
                Repository = "https://charts",
                CreateNamespace = true,
                Atomic = true,
                SkipAwait = true,
                SkipCrds = true,
                Timeout = 600,
                Values = release.Values,
                Needs = release.Needs,
            },
            release
        );
        Assert.Same(release, recording.Resources.Single(resource => resource.Id.Name == "istiod-east").HelmRelease);
        Assert.Empty(recording.Manifests);
    }

    [Fact]
    public async Task AReleaseNeedsWhatItDependsOnDirectlyOrThroughOthers()
    {
        var needs = await Needs(site =>
        {
            var first = Release("base", site.Use);
            var between = Route("between", new CustomResourceOptions { Provider = site.Provider, DependsOn = { first } });
            var control = new Box(
                "control",
                box =>
                    Release(
                        "istiod",
                        new CustomResourceOptions
                        {
                            Provider = site.Provider,
                            Parent = box,
                            DependsOn = { between },
                        }
                    )
            );
            Release("ingress", new CustomResourceOptions { Provider = site.Provider, DependsOn = { control } });
            _ = new Box(
                "gateways",
                box => Release("egress", new CustomResourceOptions { Provider = site.Provider, Parent = box }),
                new() { DependsOn = { first } }
            );
        });

        Assert.Equal("", needs["base"]);
        Assert.Equal("istio-system/base", needs["istiod"]);
        Assert.Equal("istio-system/istiod", needs["ingress"]);
        Assert.Equal("istio-system/base", needs["egress"]);
    }

    [Fact]
    public async Task AReleaseNeedsTheReleaseThatItsValuesComeFrom()
    {
        var needs = await Needs(site =>
        {
            var first = Release("base", site.Use);
            var between = Route("between", site.Use, new RouteSpecArgs { Host = first.Status.Apply(status => status.Version) });
            _ = new Release(
                "istiod",
                new ReleaseArgs
                {
                    Chart = "istiod",
                    Name = "istiod",
                    Namespace = Space,
                    Values = { ["host"] = between.Metadata.Apply(m => m.Name) },
                },
                site.Use
            );
        });

        Assert.Equal("istio-system/base", needs["istiod"]);
    }

    [Fact]
    public async Task AReleaseOfAnotherClusterIsNotNeeded()
    {
        var recording = await Run(() =>
        {
            var first = Release("base", new Site("east").Use);
            Release("istiod", new CustomResourceOptions { Provider = new Site("west").Provider, DependsOn = { first } });
        });

        Assert.All(recording.HelmReleases, release => Assert.True(release.Needs.IsEmpty));
    }
}
