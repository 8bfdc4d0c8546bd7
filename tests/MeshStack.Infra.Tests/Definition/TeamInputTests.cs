namespace MeshStack.Infra.Tests.Definition;

/// <summary>What is wrong between the stacks of a platform, and is said with its place.</summary>
public sealed class TeamInputTests : IDisposable
{
    private const string Catalog = """
        kind: InboundService
        name: catalog
        cluster: one
        namespace: shop
        port: 80
        targetPort: 8080
        accepts:
          - {stack: search, namespaces: [search], access: [{methods: [GET], paths: [/items*]}]}
        """;

    private const string Indexer = """
        kind: ClientAccess
        name: indexer
        service: catalog
        cluster: two
        namespace: search
        access: [{methods: [GET], paths: [/items/1]}]
        """;

    private const string Team = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:platform: {stack: base}
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public TeamInputTests()
    {
        Write("Pulumi.yaml", "name: meshstack\nruntime: dotnet\n");
        Write(
            "Pulumi.base.yaml",
            """
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:trust: {generated: {}}
              meshstack:gateways: {eastWest: {address: 203.0.113.1}}
              meshstack:clusters:
                one: {context: one, gateways: {eastWest: {address: 203.0.113.1}}}
                two: {context: two, gateways: {eastWest: {address: 203.0.113.2}}}
            """
        );
        Write("infra/mesh/base/none.yaml", "");
        Write("Pulumi.shop.yaml", Team);
        Write("Pulumi.search.yaml", Team);
        Write("infra/mesh/shop/catalog.yaml", Catalog);
        Write("infra/mesh/search/indexer.yaml", Indexer);
    }

    [Fact]
    public void WhatGoesTogetherIsFine()
    {
        Assert.Equal([], Problems("search"));
        var own = DefinitionLoader.Load(_root, "search");
        Assert.Equal(("indexer", "base", "two"), (own.Intents.Single().Name, own.Platform!.Stack, own.Clusters.Single().Name));
        Assert.Equal(["base", "shop"], own.OtherStacks);
        Assert.Equal(2, own.Whole.Intents.Length);
    }

    [Fact]
    public void WhatIsNotAcceptedIsRefusedWithWhatTheOwnerWouldHaveToWrite()
    {
        Replace("infra/mesh/search/indexer.yaml", "[GET], paths: [/items/1]", "[POST], paths: [/items/1]");
        Assert.Equal(
            [
                "infra/mesh/search/indexer.yaml:3: service: 'catalog' is a service of the stack shop "
                    + "(infra/mesh/shop/catalog.yaml:1), which "
                    + "accepts no such calls of two search/*: its owner grants them there by accepts: [{stack: search, namespaces: "
                    + "[search], "
                    + "access: [{methods: [POST], paths: [/items/1]}]}]",
            ],
            Problems("shop")
        );
    }

    [Theory]
    [InlineData("namespaces: [search]", "namespaces: [other]")]
    [InlineData("namespaces: [search]", "clusters: [one]")]
    [InlineData("namespaces: [search]", "serviceAccounts: [indexer]")]
    [InlineData("/items*", "/items")]
    [InlineData("stack: search", "stack: base")]
    public void EveryBoundCounts(string accepted, string other)
    {
        Replace("infra/mesh/shop/catalog.yaml", accepted, other);
        Assert.Contains("accepts no such calls", Assert.Single(Problems("search")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhoIsAcceptedHasToBeThere()
    {
        Replace("infra/mesh/shop/catalog.yaml", "{stack: search, namespaces: [search]", "{stack: serach, clusters: [tow], namespaces: [S]");
        Assert.Equal(
            [
                "infra/mesh/shop/catalog.yaml:8: accepts[0].clusters[0]: there is no cluster 'tow'; allowed: one, two; did you mean two?",
                "infra/mesh/shop/catalog.yaml:8: accepts[0].namespaces[0]: 'S' is not a namespace (a-z, 0-9 and '-', at most 63 "
                    + "characters)",
                "infra/mesh/shop/catalog.yaml:8: accepts[0].stack: 'serach' is not a stack of this platform; allowed: base, search; "
                    + "did you "
                    + "mean search?",
            ],
            Problems("shop").Where(problem => problem.Contains("accepts[0]", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void ServicesOfOthersAreRoutedByTheirOwners()
    {
        Write("infra/mesh/search/route.yaml", "kind: ServiceRoute\nname: r\nservice: catalog\nroutes:\n  - timeout: 5s\n");
        Assert.Equal(
            [
                "infra/mesh/search/route.yaml:3: service: 'catalog' is a service of the stack shop "
                    + "(infra/mesh/shop/catalog.yaml:1): routes are "
                    + "in the stack of the services that they name",
            ],
            Problems("search")
        );
    }

    [Fact]
    public void CallersWithoutAnIdentityAreLetInByTheOwnersStack()
    {
        Replace("infra/mesh/search/indexer.yaml", "service: catalog", "service: catalog\ntype: external");
        Assert.Contains(
            "infra/mesh/search/indexer.yaml:4: type: 'external', for a service of the stack shop (infra/mesh/shop/catalog.yaml:1): "
                + "only callers "
                + "with an identity can be let in from another stack; the access belongs into shop",
            Problems("search")
        );
    }

    [Fact]
    public void WhatIsThePlatformsStandsThere()
    {
        Write(
            "Pulumi.search.yaml",
            Team
                + "\n  meshstack:topology: federated\n  meshstack:clusters:\n    two: {context: mine, domain: x}\n    three: {context: c}\n"
        );
        Assert.Equal(
            [
                "Pulumi.search.yaml:4: meshstack:topology: is a setting of the platform: it stands in Pulumi.base.yaml, and not in "
                    + "the stack of a "
                    + "team",
                "Pulumi.search.yaml:6: meshstack:clusters.two.domain: 'domain' is not a key here; it is a setting of the platform",
                "Pulumi.search.yaml:7: meshstack:clusters.three: the platform has no cluster 'three'; allowed: one, two",
            ],
            Problems("search")
        );
    }

    [Theory]
    [InlineData("search", "'search' is this stack itself: name the one that has the clusters")]
    [InlineData("bsae", "there is no stack 'bsae'; allowed: base, search, shop; did you mean base?")]
    [InlineData("shop", "'shop' is on the platform of base itself: name base")]
    public void ThePlatformHasToBeOne(string name, string says)
    {
        Replace("Pulumi.search.yaml", "stack: base", $"stack: {name}");
        Assert.Equal([$"Pulumi.search.yaml:3: meshstack:platform.stack: {says}"], Problems("search"));
    }

    [Fact]
    public void AContextOfOnesOwnIsTaken()
    {
        Write("Pulumi.search.yaml", Team + "\n  meshstack:clusters:\n    two: {context: mine}\n");
        Assert.Equal("mine", DefinitionLoader.Load(_root, "search").Clusters.Single().Cluster.Context);
        Assert.Equal("one", DefinitionLoader.Load(_root, "shop").Clusters.Single().Cluster.Context);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private IReadOnlyList<string> Problems(string stack)
    {
        try
        {
            return [.. DefinitionLoader.Load(_root, stack).Warnings.Select(warning => warning.ToString())];
        }
        catch (DefinitionException e)
        {
            return [.. e.Problems.Select(problem => problem.ToString())];
        }
    }

    private void Replace(string file, string text, string by)
    {
        var path = Path.Combine(_root, file);
        var was = File.ReadAllText(path);
        Assert.Contains(text, was, StringComparison.Ordinal);
        File.WriteAllText(path, was.Replace(text, by, StringComparison.Ordinal));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
