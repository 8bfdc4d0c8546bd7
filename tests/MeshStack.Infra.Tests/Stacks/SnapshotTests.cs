using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What the checked-in stacks put on each cluster, to the byte. To accept a change: <c>tests/accept</c>.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EachClusterGetsWhatItsSnapshotSays(string stack) =>
        RenderedSnapshot.Compare(stack, (StackPreview.Run(Repository.Root, stack)).Recording);

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TwoRunsGiveTheSameBytes(string stack)
    {
        var first = StackPreview.Run(Repository.Root, stack);
        var second = StackPreview.Run(Repository.Root, stack);

        Assert.Equal(first.Recording.Clusters.Select(ClusterText.Of), second.Recording.Clusters.Select(ClusterText.Of));
        Assert.Equal(first.Recording.Resources.Select(r => r.Id), second.Recording.Resources.Select(r => r.Id));
    }
}
