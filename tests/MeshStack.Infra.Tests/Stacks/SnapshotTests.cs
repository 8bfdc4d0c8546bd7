using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What the checked-in stacks and all topologies put on each cluster, to the byte. To accept a change:
/// <c>tests/accept</c>.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void EachClusterGetsWhatItsSnapshotSays()
    {
        var rendered = SnapshotFolder.Render();
        if (AcceptedText.Accepts)
        {
            SnapshotFolder.Write(rendered);
        }

        var accepted = SnapshotFolder.Read();
        Assert.All(rendered, file => Assert.Equal(accepted.GetValueOrDefault(file.Key, "there is no such file"), file.Value));
        Assert.Empty(accepted.Keys.Except(rendered.Keys));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void TwoRunsGiveTheSameBytes(string stack)
    {
        var first = StackPreview.Run(Repository.Root, stack);
        var second = StackPreview.Run(Repository.Root, stack);

        Assert.Equal(first.Recording.Clusters.Select(ClusterText.Of), second.Recording.Clusters.Select(ClusterText.Of));
        Assert.Equal(first.Recording.Resources.Select(r => r.Id), second.Recording.Resources.Select(r => r.Id));
    }
}
