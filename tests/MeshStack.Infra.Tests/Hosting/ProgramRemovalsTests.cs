using MeshStack.Hosting;

namespace MeshStack.Infra.Tests.Hosting;

/// <summary>What may leave a program's stack stands where the printed commands put it.</summary>
public sealed class ProgramRemovalsTests
{
    [Fact]
    public void TheCommandsOfTheRefusalsAreHeard()
    {
        var removed = ProgramRemovals.From(
            """{"meshstack:removed":"{\"clusters\":[\"west\"],\"namespaces\":[\"east/shop\",\"east/cart\"]}","app:removed":"{}"}"""
        );
        Assert.Equal(["west"], removed.Clusters);
        Assert.Equal(["east/shop", "east/cart"], removed.Namespaces);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"meshstack:removed":"west"}""")]
    [InlineData("""{"meshstack:removed":"[]"}""")]
    [InlineData("""{"meshstack:removed":"{\"clusters\":{\"0\":\"west\"}}"}""")]
    public void WhatIsSaidInAnotherFormSaysNothing(string? config)
    {
        var removed = ProgramRemovals.From(config);
        Assert.Empty(removed.Clusters);
        Assert.Empty(removed.Namespaces);
    }
}
