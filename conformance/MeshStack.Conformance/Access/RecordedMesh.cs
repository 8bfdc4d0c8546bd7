using System.IO.Compression;
using System.Text.Json;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Conformance.Istio;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Access;

/// <summary>A mesh, and what Istio's own code answered to questions about it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="HasRefusedObjects">Whether istiod's webhook refuses one of its objects: they count as applied all the same.</param>
/// <param name="Sources">The mesh.</param>
/// <param name="Questions">The questions.</param>
internal sealed record RecordedMesh(string Id, bool HasRefusedObjects, SnapshotSources Sources, IReadOnlyList<RecordedQuestion> Questions)
{
    /// <summary>Whether its manifests are all that is known of it.</summary>
    public bool IsWhole { get; private init; }

    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The meshes of a file.</summary>
    public static IEnumerable<RecordedMesh> ReadAll(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var recorded = JsonDocument.Parse(line);
            yield return Read(recorded.RootElement);
        }
    }

    private static RecordedMesh Read(JsonElement mesh)
    {
        var manifests = mesh.GetProperty("manifests")
            .EnumerateObject()
            .SelectMany(cluster =>
                cluster
                    .Value.EnumerateArray()
                    .Select(body => Manifest.From(cluster.Name, (IReadOnlyDictionary<string, object?>)RecordedValue.Of(body)!))
            )
            .ToList();
        var settings = mesh.GetProperty("settings")
            .EnumerateObject()
            .ToDictionary(
                cluster => cluster.Name,
                cluster => cluster.Value.Deserialize<ClusterSettings>(Json)! with { IstioVersion = "1.30.3" }
            );
        var sources = new SnapshotSources { Manifests = manifests, Settings = settings };

        // The smaller meshes say only what is drawn; what they stand on is the same in all of them.
        var isWhole = manifests.Any(manifest => manifest.Kind is "Pod" or "Deployment");
        return new(
            mesh.GetProperty("id").GetString()!,
            mesh.GetProperty("refusedObjects").GetArrayLength() > 0,
            isWhole ? sources : CommonGround.Below(sources),
            [.. mesh.GetProperty("questions").EnumerateArray().Select(RecordedQuestion.Read)]
        )
        {
            IsWhole = isWhole,
        };
    }
}
