using MeshStack.Analysis.Tests.Access.Matrix.Meshes;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixPropertyTests
{
    [Fact]
    public void TheMatrixSaysOfEachRequestWhatTheEvaluationSays() => Agree(Examined.Meshes, RandomCase.Number);

    [Fact]
    public void SoItDoesInAmbientMode() => Agree(Examined.Meshes / 4, RandomCase.InAmbient);

    private static void Agree(int meshes, Func<int, RandomCase> caseOf)
    {
        var found = Enumerable
            .Range(0, meshes)
            .AsParallel()
            .AsOrdered()
            .Select(number => (Number: number, Disagreement: Disagreement.In(caseOf(number))))
            .Where(one => one.Disagreement is not null)
            .ToArray();

        // One of a kind is enough to read.
        var shown = found
            .DistinctBy(one => (one.Disagreement!.Answer, one.Disagreement.Verdict.Decision, one.Disagreement.Verdict.Step))
            .Take(5)
            .Select(one => $"Mesh {one.Number}. {one.Disagreement!.Shrunk()}");
        Assert.True(found.Length == 0, $"{found.Length} of {meshes} meshes have a disagreement.\n{string.Join("\n", shown)}");
    }
}
