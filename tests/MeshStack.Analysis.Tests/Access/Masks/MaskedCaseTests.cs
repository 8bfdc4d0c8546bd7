using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets.Decisions;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>
/// In each of Access/Cases every value is masked in turn, wholly and in part: the answer is undecided, or it is that of whatever the
/// mask may stand for.
/// </summary>
public sealed class MaskedCaseTests
{
    private static readonly Lazy<ILookup<string, object?>> Known = new(() =>
        MaskedFields.Known(AccessCase.All.Select(one => CaseSources.Of(one.Field)))
    );

    public static TheoryData<AccessCase> Cases => [.. AccessCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AMaskDecidesNothing(AccessCase one)
    {
        var fields = MaskedField.Of(CaseSources.Of(one.Field)).Where(field => !MaskedFields.IsTakenForGranted(field));

        var wrong = fields.SelectMany(field => Wrong(one, field)).ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(20)));
    }

    // The whole value is masked, and where it is a text, a part of it.
    private static IEnumerable<string> Wrong(AccessCase one, MaskedField field)
    {
        string[] masks = field.Value is string ? [MaskedField.Mask, $"x-{MaskedField.Mask}-y"] : [MaskedField.Mask];
        var decided = masks.Select(mask => Evaluate(one, field.With(mask))).Where(verdict => verdict is not Verdict.Undecided).ToArray();
        return decided.Length == 0
            ? []
            : from value in Known.Value.Behind(field)
            let meant = Evaluate(one, field.With(value))
            from said in decided
            where MaskedFields.GetsThrough(meant) != MaskedFields.GetsThrough(said)
            select $"{field} with {value}: {meant.Decision} ({meant.Reason}), and masked it is {said.Decision} ({said.Reason})";
    }

    private static Verdict Evaluate(AccessCase one, SnapshotSources sources) =>
        AccessEvaluator.Evaluate(Snapshot.From(sources), one.Caller(), one.Request());
}
