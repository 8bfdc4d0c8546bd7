using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Stacks;

/// <summary>A folder of checked-in texts, one per cluster. To accept a change: <c>tests/accept</c>.</summary>
internal static class RenderedSnapshot
{
    /// <summary>Compares all that the clusters get with a folder below Snapshots.</summary>
    public static void Compare(string name, Recording recording)
    {
        var folder = Path.Combine(Repository.Root, "tests", "MeshStack.Infra.Tests", "Snapshots", name);
        var texts = recording.Clusters.ToDictionary(c => Path.Combine(folder, c.Name + ".yaml"), ClusterText.Of, StringComparer.Ordinal);
        if (AcceptedText.Accepts)
        {
            Write(folder, texts);
        }

        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal));
        Assert.All(texts, t => Assert.Equal(File.ReadAllText(t.Key), t.Value));
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
