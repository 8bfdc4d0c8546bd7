using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;
using Sdk.Tests.Programs;
using Provider = Pulumi.Kubernetes.Provider;

namespace Sdk.Tests.Kubernetes;

/// <summary>Files of manifests, whose objects the provider would make.</summary>
public sealed class ConfigFileTests
{
    [Fact]
    public async Task AFileArrivesUnreadAndDoesNotHaveToExist()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new ConfigFile("file", new ConfigFileArgs { File = "no-such-file.yaml", ResourcePrefix = "p" }));

        Assert.Equal(
            ("kubernetes:yaml/v2:ConfigFile", "", "{file: 'no-such-file.yaml', resourcePrefix: 'p'}"),
            (mocks["file"].Type, mocks["file"].Id, mocks.Inputs("file"))
        );
        Assert.Single(mocks.Asked);
    }

    [Fact]
    public async Task TheFileIsRequired()
    {
        const string Missing =
            "System.ArgumentNullException: [Input] Pulumi.Kubernetes.Types.Inputs.Yaml.V2.ConfigFileArgs.File is required but "
            + "was not given a value (Parameter 'File')";
        Assert.Equal(Missing, await RunFailure.OfProgramAsync(() => _ = new ConfigFile("file", new ConfigFileArgs())));
        Assert.Equal(Missing, await RunFailure.OfProgramAsync(() => _ = new ConfigFile("file")));
    }

    [Fact]
    public async Task ItShowsNoProviderWhicheverWayItWasGivenOne()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            var provider = new Provider("east");
            _ = new ConfigFile("by-provider", new ConfigFileArgs { File = "f" }, new() { Provider = provider });
            _ = new ConfigFile("by-providers", new ConfigFileArgs { File = "f" }, new() { Providers = { provider } });
            _ = new Box(
                "box",
                new() { Provider = provider },
                box => _ = new ConfigFile("inherited", new ConfigFileArgs { File = "f" }, new() { Parent = box })
            );
        });

        Assert.All(mocks.Asked, asked => Assert.Equal("", asked.Provider));
    }

    [Theory]
    [InlineData(false, "unassigned")]
    [InlineData(true, "unknown")]
    public async Task ItsResourcesAreThoseThatTheMocksGive(bool preview, string absent)
    {
        Assert.Equal(
            "['one']",
            await Mocks
                .Giving(("resources", ImmutableArray.Create<object>("one")))
                .See(() => new ConfigFile("file", new ConfigFileArgs { File = "f" }).Resources, preview)
        );
        Assert.Equal(absent, await new Mocks().See(() => new ConfigFile("file", new ConfigFileArgs { File = "f" }).Resources, preview));
    }
}
