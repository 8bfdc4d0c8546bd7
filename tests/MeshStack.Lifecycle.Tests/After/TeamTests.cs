using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.After;

/// <summary>The stack of a platform, and those of teams on its clusters.</summary>
public sealed class TeamTests
{
    private const string OnPlatform = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:platform: {stack: test}
        """;

    private const string Platform = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:trust: {generated: {}}
          meshstack:gateways: {eastWest: {}}
          meshstack:namespaces: {shop: {}, search: {}}
          meshstack:clusters:
            one: {context: one}
            two: {context: two}
        """;

    private const string Service = """
        kind: InboundService
        name: catalog
        cluster: one
        namespace: shop
        port: 80
        accepts:
          - {stack: search, namespaces: [search]}
        """;

    private const string Access = """
        kind: ClientAccess
        name: indexer
        service: catalog
        cluster: two
        namespace: search
        access: [{methods: [GET]}]
        """;

    /// <summary>The owner's stack lets the caller in, and the caller's stack tells its cluster of the service, at the address that the
    /// platform's gateway has.</summary>
    [Fact]
    public void EachStackMakesWhatIsItsOwn()
    {
        using var platform = Project();
        platform.Succeed();
        using var shop = platform.Beside("shop");
        using var search = platform.Beside("search");
        var owned = shop.Succeed();
        Assert.Contains(owned.Created, urn => urn.EndsWith("::indexer-allow", StringComparison.Ordinal));
        Assert.DoesNotContain(owned.Created, urn => urn.Contains("ServiceImport", StringComparison.Ordinal));
        var called = search.Succeed();
        Assert.DoesNotContain(called.Created, urn => urn.Contains("AuthorizationPolicy", StringComparison.Ordinal));
        Assert.DoesNotContain(called.Created, urn => urn.Contains("Release", StringComparison.Ordinal));
        var entry = search.State.Live.Single(r => r.Type == "kubernetes:networking.istio.io/v1:ServiceEntry");
        var address = platform.State.StackOutputs["gateways"];
        Assert.Contains(Address(address), Properties.ToJson(entry.Inputs), StringComparison.Ordinal);

        // Whatever the one stack does, the others have nothing to do.
        foreach (var stack in new[] { platform, shop, search })
        {
            Assert.EndsWith(" unchanged; rc 0", stack.Succeed(new() { ExpectNoChanges = true }).ToString(), StringComparison.Ordinal);
        }
    }

    /// <summary>Nothing of a team is made on clusters that are not there yet.</summary>
    [Fact]
    public void ThePlatformComesFirst()
    {
        using var platform = Project();
        using var search = platform.Beside("search");
        var result = search.Up(new() { SkipPreview = true });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            result.Errors,
            error =>
                error.Contains(
                    "the stack organization/meshstack/test has not published contract yet: update it first",
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>What follows from the definition of a platform is right only for what the platform was updated to.</summary>
    [Fact]
    public void APlatformThatWasNotUpdatedIsSaid()
    {
        using var platform = Project();
        platform.Succeed();
        using var search = platform.Beside("search");
        search.Edit(
            "Pulumi.test.yaml",
            text => text.Replace("one: {context: one}", "one: {context: one, domain: other}", StringComparison.Ordinal)
        );
        var result = search.Up(new() { SkipPreview = true });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            result.Errors,
            error =>
                error.Contains(
                    "test: contract: clusters.one.domain, clusters.one.trustDomain of the definition are not what the stack test "
                        + "was updated "
                        + "to last: update test first, or take the definition that it has",
                    StringComparison.Ordinal
                )
        );
    }

    private static string Address(object gateways) => (string)((PropertyMap)((PropertyMap)gateways)["one"])["eastWest"];

    private static LifecycleStack Project()
    {
        var platform = LifecycleStack.Of(Platform, "# The platform has no services of its own.\n", "one", "two");
        platform.Write("Pulumi.shop.yaml", OnPlatform);
        platform.Write("Pulumi.search.yaml", OnPlatform);
        platform.Write(Path.Combine("infra", "mesh", "shop", "catalog.yaml"), Service);
        platform.Write(Path.Combine("infra", "mesh", "search", "indexer.yaml"), Access);
        return platform;
    }
}
