using MeshStack.Hosting;

namespace MeshStack.Infra.Tests.Hosting;

/// <summary>What may leave a program's stack stands where the printed commands put it.</summary>
public sealed class ProgramRemovalsTests
{
    [Fact]
    public void TheCommandsOfTheRefusalsAreHeard()
    {
        var removed = From(
            """{"meshstack:removed":"{\"clusters\":[\"west\"],\"namespaces\":[\"east/shop\",\"east/cart\"]}","app:removed":"{}"}"""
        );
        Assert.Equal(["west"], removed.Clusters);
        Assert.Equal(["east/shop", "east/cart"], removed.Namespaces);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"app:removed":"west"}""")]
    [InlineData("""{"meshstack:removed":"{}"}""")]
    [InlineData("""{"meshstack:removed":"{\"clusters\":[]}"}""")]
    public void NothingLeavesThatIsNotNamed(string? config)
    {
        var removed = From(config);
        Assert.Empty(removed.Clusters);
        Assert.Empty(removed.Namespaces);
    }

    [Theory]
    [InlineData("")]
    [InlineData("west")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"clusters":"west"}""")]
    [InlineData("""{"clusters":{"0":"west"}}""")]
    [InlineData("""{"clusters":[1]}""")]
    [InlineData("""{"clusters":[null]}""")]
    [InlineData("""{"Clusters":["west"]}""")]
    [InlineData("""{"cluster":["west"]}""")]
    [InlineData("""{"namespaces":["shop"]}""")]
    [InlineData("""{"namespaces":["east/"]}""")]
    public void AnotherFormIsAMistake(string given)
    {
        var configuration = new EngineConfiguration(new Dictionary<string, string> { ["removed"] = given }, new HashSet<string>());
        Assert.Equal(
            $"meshstack:removed is '{given}'; allowed are lists of names, a namespace with its cluster: "
                + """{"clusters": ["CLUSTER"], "namespaces": ["CLUSTER/NAMESPACE"]}""",
            Assert.Throws<FormatException>(() => ProgramRemovals.From(configuration)).Message
        );
        var secret = configuration with { SecretKeys = new HashSet<string> { "removed" } };
        Assert.StartsWith(
            "meshstack:removed is a secret; allowed",
            Assert.Throws<FormatException>(() => ProgramRemovals.From(secret)).Message,
            StringComparison.Ordinal
        );
    }

    private static RemovalSettings From(string? config) => ProgramRemovals.From(EngineConfiguration.From(config, null));
}
