using MeshStack.Infra.Offline;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>What the checked-in stacks put on each cluster, to the byte. To accept a change: <c>tests/accept</c>.</summary>
public sealed class SnapshotTests
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task EachClusterGetsWhatItsSnapshotSays(string stack)
    {
        var preview = await StackPreview.RunAsync(Repository.Root, stack);
        var folder = Path.Combine(Repository.Root, "tests", "MeshStack.Infra.Tests", "Snapshots", stack);
        var texts = preview.Recording.Clusters.ToDictionary(c => Path.Combine(folder, c.Name + ".yaml"), ClusterText.Of, StringComparer.Ordinal);
        if (Accept)
        {
            Write(folder, texts);
        }

        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal));
        Assert.All(texts, t => Assert.Equal(File.ReadAllText(t.Key), t.Value));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TwoRunsGiveTheSameBytes(string stack)
    {
        var first = await StackPreview.RunAsync(Repository.Root, stack);
        var second = await StackPreview.RunAsync(Repository.Root, stack);

        Assert.Equal(first.Recording.Clusters.Select(ClusterText.Of), second.Recording.Clusters.Select(ClusterText.Of));
        Assert.Equal(first.Recording.Resources.Select(r => r.Id), second.Recording.Resources.Select(r => r.Id));
    }

    private static void Write(string folder, Dictionary<string, string> texts)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var (file, text) in texts)
        {
            File.WriteAllText(file, text);
        }
    }
}
