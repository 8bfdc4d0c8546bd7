namespace MeshStack.Infra.Tests.Definition;

/// <summary>Paths and addresses of a ClientAccess that look right, and would not be what is meant.</summary>
public sealed class AccessInputTests
{
    private const string Allowed = "and is compared as text; allowed: a whole path, PREFIX*, *SUFFIX, and {*} or {**} as segments";

    [Theory]
    [InlineData(
        "/items/.*",
        "ends in '.*', as a regular expression, and would mean the paths that begin with '/items/.'; did you mean '/items/*'?"
    )]
    [InlineData("/.*", "ends in '.*', as a regular expression, and would mean the paths that begin with '/.'; did you mean '/*'?")]
    [InlineData("/items/:id", "has the parameter ':id' of a router, and is compared as text; did you mean '/items/{*}'?")]
    [InlineData("/:shop/items", "has the parameter ':shop' of a router, and is compared as text; did you mean '/{*}/items'?")]
    [InlineData("/items/<id>", "has the parameter '<id>' of a router, and is compared as text; did you mean '/items/{*}'?")]
    [InlineData("/items/[0-9]+", "has a '[', as in a regular expression, " + Allowed)]
    [InlineData("/items/[^/]*", "has a '[', as in a regular expression, " + Allowed)]
    [InlineData("/^a$", "has a '^', as in a regular expression, " + Allowed)]
    [InlineData("/A|/B", "has a '|', as in a regular expression, " + Allowed)]
    [InlineData("/items/\\d+", "has a '\\', as in a regular expression, " + Allowed)]
    [InlineData("/x#frag", "has a fragment, which no client sends: remove it")]
    [InlineData("/%41bc", "matches no path: proxies decode letters, digits and '-._~' before they compare; did you mean '/Abc'?")]
    [InlineData("/a%2Db/%7Eme", "matches no path: proxies decode letters, digits and '-._~' before they compare; did you mean '/a-b/~me'?")]
    public void APathInAnotherNotationIsAnError(string path, string says) =>
        Assert.Equal($"infra/mesh/test/shop.yaml:16: access[0].paths[0]: '{path}' {says}", Refusal(path));

    [Theory]
    [InlineData("/v1/items:cancel")]
    [InlineData("/a.b/c..d")]
    [InlineData("/items[0]")]
    [InlineData("/items[]/a|b")]
    [InlineData("/a%2Fb")]
    [InlineData("/a%20b")]
    [InlineData("/it's/(all)/$right+fine")]
    public void APathThatClientsSendIsNone(string path) => Assert.Empty(Load(path).Warnings);

    [Theory]
    [InlineData("10.0.0.5/8", "'10.0.0.5/8' names an address and a block: write 10.0.0.0/8 for the block, or 10.0.0.5 for the address")]
    [InlineData(
        "10.20.33.0/20",
        "'10.20.33.0/20' names an address and a block: write 10.20.32.0/20 for the block, or 10.20.33.0 for the address"
    )]
    [InlineData("fd00::1/64", "'fd00::1/64' names an address and a block: write fd00::/64 for the block, or fd00::1 for the address")]
    [InlineData(
        "10.1.2.3/0",
        "'10.1.2.3/0' names an address, and with the prefix 0 every one: give the prefix of the block that is meant, or write "
            + "10.1.2.3 for the address"
    )]
    public void ABlockWithBitsBehindItsPrefixIsAnError(string cidr, string says) =>
        Assert.Equal($"infra/mesh/test/shop.yaml:15: cidrs[0]: {says}", Assert.Throws<DefinitionException>(() => WithBlock(cidr)).Message);

    [Theory]
    [InlineData("10.0.0.5/32")]
    [InlineData("10.20.32.0/20")]
    [InlineData("fd00::/64")]
    [InlineData("fd00::1/128")]
    [InlineData("192.0.2.7")]
    public void ABlockIsFine(string cidr) => Assert.Empty(WithBlock(cidr).Warnings);

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void EveryAddressIsWarnedOf(string cidr) =>
        Assert.Equal(
            $"infra/mesh/test/shop.yaml:15: cidrs[0]: '{cidr}' is every address: whatever reaches the pods may call, from any "
                + "namespace and without an identity; name the blocks that the callers are in",
            Assert.Single(WithBlock(cidr).Warnings).ToString()
        );

    private static string Refusal(string path) => Assert.Throws<DefinitionException>(() => Load(path)).Message;

    private static MeshDefinition Load(string path)
    {
        using var project = new SampleProject();
        project.Write(
            "infra/mesh/test/shop.yaml",
            SampleProject.Intents.Replace(
                "    paths: [/items*]",
                $"    paths:\n      - '{path.Replace("'", "''", StringComparison.Ordinal)}'",
                StringComparison.Ordinal
            )
        );
        return DefinitionLoader.Load(project.Root, "test");
    }

    private static MeshDefinition WithBlock(string cidr)
    {
        using var project = new SampleProject();
        project.Write(
            "infra/mesh/test/shop.yaml",
            $$"""
            kind: InboundService
            name: web
            cluster: east
            namespace: shop
            port: 80
            targetPort: 8080
            mutualTls: PERMISSIVE
            ---
            kind: ClientAccess
            name: legacy-to-web
            service: web
            cluster: east
            namespace: legacy
            type: k8s
            cidrs: ["{{cidr}}"]
            access:
              - methods: [GET]
            """
        );
        return DefinitionLoader.Load(project.Root, "test");
    }
}
