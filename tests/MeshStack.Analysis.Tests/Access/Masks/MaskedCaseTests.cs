using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets.Decisions;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>
/// In each of Access/Cases every value is masked in turn: the answer is undecided, or it is that of whatever the mask may stand for.
/// </summary>
public sealed class MaskedCaseTests
{
    private static readonly Lazy<ILookup<string, object?>> Known = new(() =>
        MaskedFields.Known(AccessCase.All.Select(one => CaseSources.Of(one.Field)))
    );

    public static TheoryData<AccessCase> Cases => [.. AccessCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mask_decides_nothing(AccessCase one)
    {
        var fields = MaskedField.Of(CaseSources.Of(one.Field)).Where(field => !MaskedFields.IsTakenForGranted(field));

        var wrong = fields.SelectMany(field => Wrong(one, field, MaskedField.Mask)).ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(20)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_that_is_masked_in_part_decides_nothing(AccessCase one)
    {
        var fields = MaskedField
            .Of(CaseSources.Of(one.Field))
            .Where(field => field.Value is string && !MaskedFields.IsTakenForGranted(field));

        var wrong = fields.SelectMany(field => Wrong(one, field, $"x-{MaskedField.Mask}-y")).ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(20)));
    }

    private static IEnumerable<string> Wrong(AccessCase one, MaskedField field, string mask)
    {
        var said = Evaluate(one, field.With(mask));
        return said is Verdict.Undecided
            ? []
            : from value in Known.Value.Behind(field)
            let meant = Evaluate(one, field.With(value))
            where MaskedFields.GetsThrough(meant) != MaskedFields.GetsThrough(said)
            select $"{field} with {value}: {meant.Decision} ({meant.Reason}), and masked it is {said.Decision} ({said.Reason})";
    }

    private static Verdict Evaluate(AccessCase one, SnapshotSources sources) =>
        AccessEvaluator.Evaluate(Snapshot.Of(sources), one.Caller(), one.Request());
}
