using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>Random meshes in which one value is masked.</summary>
public sealed class MaskedMeshPropertyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int FieldsOfMesh = 6;

    private static readonly int Meshes = Examined.Meshes / FieldsOfMesh;

    private static readonly Lazy<ILookup<string, object?>> Known = new(() =>
        MaskedFields.Known(Enumerable.Range(0, 100).Select(number => RandomCase.Number(number).Mesh))
    );

    [Fact]
    public void AMaskDecidesNothing()
    {
        var said = Enumerable
            .Range(0, Meshes)
            .AsParallel()
            .AsOrdered()
            .SelectMany(number => Fields(number).SelectMany(one => Said(number, one.Case, one.Field)))
            .ToArray();

        var wrong = said.Where(one => one.Wrong is not null).ToArray();
        output.WriteLine($"{said.Length} answers, {said.Count(one => one.IsUndecided)} of them undecided");
        Assert.True(
            wrong.Length == 0,
            $"{wrong.Length} of {said.Length} answers are decided by a mask.\n{string.Join('\n', wrong.Take(10).Select(one => one.Wrong))}"
        );
        Assert.InRange(100.0 * said.Count(one => one.IsUndecided) / said.Length, 10, 80);
    }

    [Fact]
    public void TheMatrixSaysOfEachRequestWhatTheEvaluationSays()
    {
        var found = Enumerable
            .Range(0, Meshes)
            .AsParallel()
            .AsOrdered()
            .SelectMany(number =>
                Fields(number)
                    .Select(one =>
                        (
                            Number: number,
                            one.Field,
                            Disagreement: Disagreement.In(one.Case with { Mesh = one.Field.With(MaskedField.Mask) })
                        )
                    )
            )
            .Where(one => one.Disagreement is not null)
            .ToArray();

        var shown = found
            .DistinctBy(one => (one.Disagreement!.Answer, one.Disagreement.Verdict.Decision, one.Disagreement.Verdict.Step, one.Field.Kind))
            .Take(40)
            .Select(one =>
                $"Mesh {one.Number}, {one.Field}. {one.Disagreement!.Request.Host}:{one.Disagreement!.Request.Port} "
                + $"{one.Disagreement.Caller} {one.Disagreement}"
            );
        Assert.True(found.Length == 0, $"{found.Length} masked meshes have a disagreement.\n{string.Join("\n", shown)}");
    }

    // Some of the fields of a mesh, another choice for each.
    private static IEnumerable<(RandomCase Case, MaskedField Field)> Fields(int number)
    {
        var one = RandomCase.Number(number);
        var fields = MaskedField.Of(one.Mesh).ToArray();
        return Enumerable
            .Range(0, FieldsOfMesh)
            .Select(index => fields[((number * 7919) + (index * 104_729)) % fields.Length])
            .Distinct()
            .Select(field => (one, field));
    }

    private static IEnumerable<(bool IsUndecided, string? Wrong)> Said(int number, RandomCase one, MaskedField field)
    {
        var masked = Snapshot.From(field.With(MaskedField.Mask));
        var answers = one.Requests.Select(question => (Question: question, Verdict: Answer(masked, question))).ToArray();
        var isAnyDecided = answers.Any(answer => answer.Verdict is not Verdict.Undecided);
        (object? Value, Snapshot Mesh)[] meant = isAnyDecided
            ? [.. Known.Value.Behind(field).Select(value => (value, Snapshot.From(field.With(value))))]
            : [];
        foreach (var ((caller, request), said) in answers)
        {
            var isUndecided = said is Verdict.Undecided;
            var other = isUndecided
                ? default
                : meant
                    .Select(way => (way.Value, Verdict: Answer(way.Mesh, (caller, request))))
                    .FirstOrDefault(way => MaskedFields.GetsThrough(way.Verdict) != MaskedFields.GetsThrough(said));
            yield return (
                isUndecided,
                other.Verdict is null
                    ? null
                    : $"Mesh {number}, {field}: {caller} {request} is {said.Decision} ({said.Reason}) masked, "
                        + $"and with {MaskedFields.Text(other.Value)} it is {other.Verdict.Decision} ({other.Verdict.Reason})"
            );
        }
    }

    private static Verdict Answer(Snapshot mesh, (Caller Caller, Request Request) question) =>
        AccessEvaluator.Evaluate(mesh, question.Caller, question.Request);
}
