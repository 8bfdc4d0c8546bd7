using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>A rendering can be applied as it is, in the order that it names.</summary>
public sealed class RenderingOrderTests
{
    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task EveryStepIsTakenInTheOrderOfTheReadme(string name)
    {
        var recording = await Variant.RecordAsync(name);
        using var rendered = new RenderedSteps(recording);
        var mesh = rendered.Apply(rendered.Rows);

        foreach (var cluster in recording.Clusters)
        {
            Assert.Equal(
                cluster.Manifests.Select(m => m.Reference).Order(StringComparer.Ordinal),
                mesh[cluster.Name].Objects.Keys.Order(StringComparer.Ordinal)
            );
            Assert.Empty(mesh[cluster.Name].DeadValidators);
            Assert.Equal(
                cluster.HelmReleases.Select(r => r.Reference).Order(StringComparer.Ordinal),
                mesh[cluster.Name].Releases.Order(StringComparer.Ordinal)
            );
        }
    }

    /// <summary>Rows of one number can be swapped, and clusters go on by themselves where they do not wait for each other.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task RowsOfOneNumberCanBeSwapped(string name)
    {
        using var rendered = new RenderedSteps(await Variant.RecordAsync(name));
        _ = rendered.Apply(
            rendered.Rows.OrderBy(r => r.Number).ThenByDescending(r => r.Cluster, StringComparer.Ordinal).ThenBy(r => r.IsToBeFilledIn)
        );
    }

    /// <summary>That the model refuses anything at all: no step of a cluster can be left out, or come before the one that it waits
    /// for.</summary>
    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task InAnotherOrderSomethingIsRefused(string name)
    {
        using var rendered = new RenderedSteps(await Variant.RecordAsync(name));
        Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Reverse()));
        var first = rendered.Rows.Where(r => r is { Number: 1, IsToBeFilledIn: false });
        Assert.All(first, left => Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Except([left]))));
        var second = rendered.Rows.Where(r => r.Number == 2);
        Assert.All(second, left => Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Except([left]))));
    }

    [Fact]
    public async Task WhatIsToBeFilledInIsRefusedAsItStands()
    {
        using var rendered = new RenderedSteps(await Variant.RecordAsync("dev"));
        var refused = Assert.Throws<RefusedException>(() => rendered.Apply(rendered.Rows.Select(r => r with { IsToBeFilledIn = false })));
        Assert.Equal("cluster01: v1 Secret istio-system/cacerts is not filled in", refused.Message);
    }

    [Fact]
    public async Task ARemoteIsToldOfItsPrimaryWhenThereIsSomethingToTell()
    {
        using var rendered = new RenderedSteps(await Variant.RecordAsync("primary-remote-2"));
        var remote = rendered.Rows.Where(r => r.Cluster == "c2").ToList();
        var primary = rendered.Rows.Where(r => r.Cluster == "c1").ToList();
        Assert.True(
            remote.Single(r => r.Folder.EndsWith("04-releases", StringComparison.Ordinal)).Number
                > primary.First(r => r.Folder.EndsWith("-releases", StringComparison.Ordinal)).Number
        );
        var refused = Assert.Throws<RefusedException>(() => rendered.Apply(remote.Concat(primary)));
        Assert.Equal("${c1.eastWestGateway.address} is not known yet", refused.Message);
    }
}
