using System.IO.Compression;
using System.Text.Json;

namespace MeshStack.Conformance.Istio;

/// <summary>The recorded objects of a folder of facts.</summary>
internal static class RecordedObjects
{
    private static readonly string Facts = Path.Combine("findings", "istiod", "objects.jsonl.gz");

    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, Facts));

    public static async IAsyncEnumerable<RecordedObject> ReadAsync(string folder)
    {
        await using var file = new GZipStream(File.OpenRead(Path.Combine(folder, Facts)), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        while (await lines.ReadLineAsync() is { } line)
        {
            using var recorded = JsonDocument.Parse(line);
            yield return RecordedObject.Read(recorded.RootElement);
        }
    }
}
