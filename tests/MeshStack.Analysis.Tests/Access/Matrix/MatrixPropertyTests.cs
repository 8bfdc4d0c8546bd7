using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Access;
using YamlDotNet.Serialization;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixPropertyTests
{
    private const int RequestsOfMesh = 20;

    private static readonly int Meshes = (Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 100_000 : 2_000) / RequestsOfMesh;

    [Fact]
    public void The_matrix_says_of_each_request_what_the_evaluation_says()
    {
        var given = from objects in SmallMesh.Objects from requests in SmallMesh.Requests.ListOf(RequestsOfMesh) select (Objects: objects, Requests: requests.ToArray());
        Prop.ForAll(given.ToArbitrary(), mesh => Agrees(mesh.Objects, mesh.Requests) is null || Report(mesh.Objects, mesh.Requests))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Meshes).WithReplay(20_241_121, 77));
    }

    // Null where both agree, else in what they do not.
    private static string? Agrees(IReadOnlyList<Manifest> objects, IReadOnlyList<(Caller Caller, Request Request)> requests)
    {
        var snapshot = SmallMesh.Snapshot(objects);
        var matrix = AccessMatrix.Of(snapshot);
        foreach (var (caller, request) in requests)
        {
            var verdict = AccessEvaluator.Evaluate(snapshot, caller, request);
            var answer = MatrixAnswer.Of(matrix, caller, request.Host, request.Port, MatrixAnswer.SampleOf(request));
            if (verdict is Verdict.Allowed ? answer == false : answer == true || (answer is null && verdict is not Verdict.Undecided && !IsCoarse(objects)))
            {
                return $"{caller} {request} is {verdict.Decision} ({verdict.Reason}); the matrix says {answer?.ToString() ?? "undecided"}";
            }
        }

        return null;
    }

    // Regular expressions alone leave requests open that the evaluation decides.
    private static bool IsCoarse(IReadOnlyList<Manifest> objects) => objects.Any(manifest => new SerializerBuilder().Build().Serialize(manifest.Body).Contains("regex", StringComparison.Ordinal));

    private static bool Report(IReadOnlyList<Manifest> objects, (Caller Caller, Request Request)[] requests)
    {
        var asked = requests.First(request => Agrees(objects, [request]) is not null);
        var left = objects;
        while (left.Select(one => left.Where(other => other != one).ToArray()).FirstOrDefault(fewer => Agrees(fewer, [asked]) is not null) is { } fewer)
        {
            left = fewer;
        }

        var cells = AccessMatrix.Of(SmallMesh.Snapshot(left)).Cells.Where(cell => cell.Host == asked.Request.Host).Select(cell => $"{cell.Caller} -> {cell.Target}: {cell.Requests}");
        throw new InvalidOperationException($"{Agrees(left, [asked])}\n{string.Join("---\n", left.Select(manifest => $"# {manifest.Cluster}\n{new SerializerBuilder().Build().Serialize(manifest.Body)}"))}\n{string.Join('\n', cells)}\npath {asked.Request.Path} method {asked.Request.Method} headers {string.Join(',', asked.Request.Headers)} token {asked.Request.Token}");
    }
}
