using MeshStack.Infra.Tests.Stacks;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Outages;

/// <summary>What an update leaves out while a cluster of prod is down.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task ASkippedClusterLeavesTheOthersWhatTheyHaveOfIt()
    {
        var preview = StackPreview.Run(Repository.Root, "prod");
        var outage = UnreachableCluster.From(preview, "iad1");
        Assert.True(outage.IsSkipped);
        Assert.True(outage.Objects > 0);
        Assert.Equal(
            ["fra1 Secret istio-system/istio-remote-secret-iad1", "fra2 Secret istio-system/istio-remote-secret-iad1"],
            outage.Dependents
        );
        Assert.False((MeshPreview.From(preview) with { Outages = [outage] }).HasErrors);
    }

    [Fact]
    public async Task WithoutTheOptionTheWholeUpdateFails()
    {
        var preview = StackPreview.Run(Repository.Root, "prod");
        var outage = UnreachableCluster.From(preview, "fra1");
        Assert.False(outage.IsSkipped);
        Assert.True((MeshPreview.From(preview) with { Outages = [outage] }).HasErrors);
    }

    /// <summary>It is in no list of clusters any more, and what is in it is still to be deleted.</summary>
    [Fact]
    public async Task AClusterThatLeavesIsOneToo()
    {
        var preview = StackPreview.Run(Repository.Root, "prod");
        preview = preview with { Definition = preview.Definition with { Removed = new() { Clusters = ["muc1"] } } };
        var outage = UnreachableCluster.From(preview, "muc1");
        Assert.True(outage.IsRemoved);
        Assert.True((MeshPreview.From(preview) with { Outages = [outage] }).HasErrors);
    }

    [Fact]
    public async Task AnUnknownClusterIsNamedWithTheNearest()
    {
        var preview = StackPreview.Run(Repository.Root, "prod");
        Assert.Equal(
            "there is no cluster 'iad'; allowed: fra1, fra2, iad1; did you mean iad1?",
            Assert.Single(Assert.Throws<CompositionException>(() => UnreachableCluster.From(preview, "iad")).Problems)
        );
    }
}
