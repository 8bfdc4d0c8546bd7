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
    /// <summary>The workloads of its manifests, where these are all that is known of it; null where it stands on common ground.</summary>
    private RecordedWorkloads? Workloads { get; init; }

    /// <summary>
    /// Whether a question speaks of workloads that are not recorded: of a caller without a manifest nothing says which labels it has
    /// and whether it
    /// has a sidecar, and a service may have more endpoints than the manifests say.
    /// </summary>
    public bool IsBeyond(RecordedQuestion question, Verdict verdict) => Workloads?.AreBeyond(question, verdict) == true;

    private const string OnCommonGround = "random-";

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
        var isWhole = !mesh.GetProperty("id").GetString()!.StartsWith(OnCommonGround, StringComparison.Ordinal);
        IReadOnlyList<RecordedQuestion> questions = [.. mesh.GetProperty("questions").EnumerateArray().Select(RecordedQuestion.Read)];
        var outside = questions.Select(question => question.Caller).OfType<Caller.Outside>().ToList();
        return new(
            mesh.GetProperty("id").GetString()!,
            mesh.GetProperty("refusedObjects").GetArrayLength() > 0,
            isWhole ? CommonGround.WithGateways(sources, outside) : CommonGround.Below(sources),
            questions
        )
        {
            Workloads = isWhole ? new(manifests, outside) : null,
        };
    }
}
