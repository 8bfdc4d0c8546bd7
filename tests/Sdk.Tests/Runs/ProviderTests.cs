using Pulumi;

namespace Sdk.Tests.Runs;

/// <summary>Which provider a resource gets, as the recordings of topic "providers" have it.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Provider_and_Providers_of_a_component_reach_its_descendants()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Box("one", new() { Provider = new PackageProvider("test", "p") }, box => _ = new Thing("child", null, new() { Parent = box }));
            _ = new Box("two", new() { Providers = { new PackageProvider("other", "o"), new PackageProvider("test", "q") } }, box =>
                _ = new Box("inner", new() { Parent = box }, inner => _ = new Thing("grandchild", null, new() { Parent = inner })));
        });

        Assert.Equal("", mocks["one"].Provider);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:test::p::p-id", mocks["child"].Provider);
        Assert.Equal("urn:pulumi:dev::proj::pulumi:pulumi:Stack$pulumi:providers:test::q::q-id", mocks["grandchild"].Provider);
    }

    [Fact]
    public async Task The_nearest_provider_of_the_package_wins_and_others_are_not_taken()
    {
        var mocks = new Mocks();
        await mocks.Run(() => _ = new Box("outer", new() { Provider = new PackageProvider("test", "far") }, outer =>
        {
            _ = new Box("near", new() { Parent = outer, Provider = new PackageProvider("test", "near-provider") }, box => _ = new Thing("nearest", null, new() { Parent = box }));
            _ = new Box("foreign", new() { Parent = outer, Provider = new PackageProvider("other", "o") }, box => _ = new Thing("inherited", null, new() { Parent = box }));
            _ = new Thing("own", null, new() { Parent = outer, Provider = new PackageProvider("test", "own-provider") });
        }));

        Assert.EndsWith("::near-provider::near-provider-id", mocks["nearest"].Provider, StringComparison.Ordinal);
        Assert.EndsWith("::far::far-id", mocks["inherited"].Provider, StringComparison.Ordinal);
        Assert.EndsWith("::own-provider::own-provider-id", mocks["own"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_and_Providers_together_are_refused()
    {
        var e = await Assert.ThrowsAsync<RunException>(() => new Mocks().Run(() =>
            _ = new Box("box", new() { Provider = new PackageProvider("test", "p"), Providers = { new PackageProvider("other", "q") } })));

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_an_id_shows_the_marker_of_unknown_values()
    {
        var mocks = new Mocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        await mocks.Run(() => _ = new Thing("thing", null, new() { Provider = new PackageProvider("test", "p") }));

        Assert.EndsWith("::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9", mocks["thing"].Provider, StringComparison.Ordinal);
    }
}
