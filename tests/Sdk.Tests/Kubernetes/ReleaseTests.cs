using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Kubernetes;

/// <summary>Helm releases.</summary>
public sealed class ReleaseTests
{
    private const string Values =
        "{empty: {}, enabled: true, global: {multiCluster: {clusterName: 'east'}, network: 'net-1'}, list: ['a', 1.0, {k: 'v'}], "
        + "ratio: 0.5, replicas: 2.0}";

    public static TheoryData<bool> UpAndPreview => new(false, true);

    private static ReleaseArgs Full =>
        new()
        {
            Chart = "istiod",
            Name = "istiod",
            Namespace = "istio-system",
            Version = "1.24.2",
            CreateNamespace = true,
            SkipAwait = false,
            Timeout = 600,
            Atomic = true,
            CleanupOnFail = true,
            MaxHistory = 5,
            DisableCRDHooks = true,
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts.example" },
            Values = new Dictionary<string, object>
            {
                ["replicas"] = 2,
                ["ratio"] = 0.5,
                ["enabled"] = true,
                ["nothing"] = null!,
                ["global"] = new Dictionary<string, object>
                {
                    ["multiCluster"] = new Dictionary<string, object> { ["clusterName"] = "east", ["none"] = null! },
                    ["network"] = Output.Create("net-1"),
                },
                ["list"] = new object[]
                {
                    "a",
                    1,
                    new Dictionary<string, object> { ["k"] = "v" },
                },
                ["empty"] = new Dictionary<string, object>(),
            },
        };

    [Fact]
    public async Task AReleaseArrivesWithItsValuesAndACompatOfTrue()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Release("full", Full);
            _ = new Release("smallest", new ReleaseArgs { Chart = "base" });
            _ = new Release(
                "added",
                new ReleaseArgs
                {
                    Chart = "c",
                    Values =
                    {
                        ["a"] = 1,
                        ["b"] = new InputMap<object> { ["c"] = "d" },
                        ["e"] = Output.CreateSecret((object)"s"),
                    },
                }
            );
            _ = new Release(
                "password",
                new ReleaseArgs
                {
                    Chart = "c",
                    RepositoryOpts = new RepositoryOptsArgs
                    {
                        Repo = "https://r",
                        Username = "u",
                        Password = "hush",
                    },
                }
            );
        });

        Assert.All(mocks.Asked, asked => Assert.Equal("kubernetes:helm.sh/v3:Release", asked.Type));
        Assert.Equal(
            "{atomic: true, chart: 'istiod', cleanupOnFail: true, compat: 'true', createNamespace: true, disableCRDHooks: true, "
                + "maxHistory: 5.0, name: 'istiod', namespace: 'istio-system', "
                + $"repositoryOpts: {{repo: 'https://charts.example'}}, skipAwait: false, timeout: 600.0, values: {Values}, "
                + "version: '1.24.2'}",
            mocks.Inputs("full")
        );
        Assert.Equal("{chart: 'base', compat: 'true'}", mocks.Inputs("smallest"));
        Assert.Equal("{chart: 'c', compat: 'true', values: {a: 1.0, b: {c: 'd'}, e: 's'}}", mocks.Inputs("added"));
        Assert.Equal(
            "{chart: 'c', compat: 'true', repositoryOpts: {password: 'hush', repo: 'https://r', username: 'u'}}",
            mocks.Inputs("password")
        );
    }

    [Fact]
    public async Task AReleaseNeedsItsChart()
    {
        const string Missing =
            "System.ArgumentNullException: [Input] Pulumi.Kubernetes.Types.Inputs.Helm.V3.ReleaseArgs.Chart is required but was "
            + "not given a value (Parameter 'Chart')";
        Assert.Equal(Missing, await RunFailure.OfProgramAsync(() => _ = new Release("release", new ReleaseArgs())));
        Assert.Equal(Missing, await RunFailure.OfProgramAsync(() => _ = new Release("release")));
    }

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task OneUnknownValueTakesAllValuesWithIt(bool preview)
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
            {
                _ = new Release(
                    "top",
                    new ReleaseArgs { Chart = "c", Values = { ["known"] = 1, ["unknown"] = OutputUtilities.CreateUnknown((object)"u") } }
                );
                _ = new Release(
                    "deep",
                    new ReleaseArgs
                    {
                        Chart = "c",
                        Values =
                        {
                            ["known"] = 1,
                            ["deep"] = new Dictionary<string, object> { ["u"] = OutputUtilities.CreateUnknown("u") },
                        },
                    }
                );
            },
            preview
        );

        Assert.Equal("{chart: 'c', compat: 'true'}", mocks.Inputs("top"));
        Assert.Equal("{chart: 'c', compat: 'true'}", mocks.Inputs("deep"));
    }

    [Fact]
    public async Task ThePasswordOfARepositoryIsSecretAsSoonAsItIsSet()
    {
        Assert.Equal("secret 'hush'", await Text.OfAsync(new RepositoryOptsArgs { Password = "hush" }.Password.ToOutput()));
        Assert.Equal("secret null", await Text.OfAsync(new RepositoryOptsArgs { Password = null }.Password.ToOutput()));
        Assert.Null(new RepositoryOptsArgs().Password);
    }

    [Theory]
    [InlineData(false, "null", "'none'")]
    [InlineData(true, "unknown", "unknown")]
    public async Task OutputsReadTheInputsBack(bool preview, string absent, string nameInStatus) =>
        await new Mocks().Run(
            async () =>
            {
                var release = new Release("release", Full);
                Assert.Equal("'istiod'", await Text.OfAsync(release.Name));
                Assert.Equal("'istio-system'", await Text.OfAsync(release.Namespace));
                Assert.Equal(Values, await Text.OfAsync(release.Values));
                Assert.Equal("'1.24.2'", await Text.OfAsync(release.Version));
                Assert.Equal("false", await Text.OfAsync(release.SkipAwait));
                Assert.Equal(absent, await Text.OfAsync(release.ResourceNames));
                Assert.Equal(absent, await Text.OfAsync(release.Status));
                Assert.Equal(nameInStatus, await Text.OfAsync(release.Status.Apply(status => status?.Name ?? "none")));
            },
            preview
        );

    [Fact]
    public async Task TheStatusAndTheResourcesOfAReleaseAreReadFromTheState() =>
        await Mocks
            .Giving(
                ("status", Mocks.Map(("name", "istiod"), ("namespace", "istio-system"), ("revision", 1), ("status", "deployed"))),
                ("resourceNames", Mocks.Map(("Service/v1", ImmutableArray.Create("istio-system/istiod"))))
            )
            .Run(async () =>
            {
                var release = new Release("release", Full);
                Assert.Equal(
                    "(Name 'istiod', Namespace 'istio-system', Revision 1, Status 'deployed')",
                    await Text.OfAsync(release.Status)
                );
                Assert.Equal("{Service/v1: ['istio-system/istiod']}", await Text.OfAsync(release.ResourceNames));
            });
}
