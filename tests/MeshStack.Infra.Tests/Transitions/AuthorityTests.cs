using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>Who vouches for an API server is known from the kubeconfig of a machine, and on others from the last update.</summary>
public sealed class AuthorityTests
{
    [Theory]
    [InlineData("context: w", "1f3a")]
    [InlineData("context: x, clusterIdentifier: west", "1f3a")]
    [InlineData("context: x, clusterIdentifier: fra", null)]
    public void WhatWasSaidOfAClusterSaysNothingOfTheOneThatItMovesTo(string west, string? known)
    {
        var before = State("context: w").VouchedForBy(new Dictionary<string, string> { ["west"] = "1f3a" });
        var after = State(west);
        Assert.Equal(known, after.Authorities(before, []).GetValueOrDefault("west"));
        Assert.Equal("77c0", after.Authorities(before, [KeyValuePair.Create("west", "77c0")])["west"]);
        Assert.Empty(after.Authorities(null, []));
    }

    private static MeshState State(string west) => MeshState.From(SampleProject.Load($"meshstack:clusters:\n  west: {{{west}}}"));
}
