using MeshStack.Analysis.Tests.Access.Matrix.Meshes;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixPropertyTests
{
    private static readonly int Meshes =
        (Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 100_000 : 2_000) / RandomCase.RequestsOfMesh;

    [Fact]
    public void The_matrix_says_of_each_request_what_the_evaluation_says()
    {
        var found = Enumerable
            .Range(0, Meshes)
            .AsParallel()
            .AsOrdered()
            .Select(number => (Number: number, Disagreement: Disagreement.In(RandomCase.Number(number))))
            .Where(one => one.Disagreement is not null)
            .ToArray();

        // One of a kind is enough to read.
        var shown = found
            .DistinctBy(one => (one.Disagreement!.Answer, one.Disagreement.Verdict.Decision, one.Disagreement.Verdict.Step))
            .Take(5)
            .Select(one => $"Mesh {one.Number}. {one.Disagreement!.Shrunk()}");
        Assert.True(found.Length == 0, $"{found.Length} of {Meshes} meshes have a disagreement.\n{string.Join("\n", shown)}");
    }
}
