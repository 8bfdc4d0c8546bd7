using System.Collections.Concurrent;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
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

    // What each case comes to with other values, which both tests ask for.
    private static readonly ConcurrentDictionary<(string Case, int Field), Lazy<Meaning[]>> Meanings = new();

    public static TheoryData<AccessCase> Cases => [.. AccessCase.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AMaskDecidesNothing(AccessCase one) => AssertDecidesNothing(one, MaskedField.Mask, _ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ATextThatIsMaskedInPartDecidesNothing(AccessCase one) =>
        AssertDecidesNothing(one, $"x-{MaskedField.Mask}-y", field => field.Value is string);

    private static void AssertDecidesNothing(AccessCase one, string mask, Func<MaskedField, bool> isAsked)
    {
        var wrong = MaskedField
            .Of(CaseSources.Of(one.Field))
            .Index()
            .Where(field => isAsked(field.Item) && !MaskedFields.IsTakenForGranted(field.Item))
            .SelectMany(field => Wrong(one, field.Index, field.Item, mask))
            .Take(20)
            .ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Wrong(AccessCase one, int index, MaskedField field, string mask)
    {
        var said = Evaluate(one, field.With(mask));
        return said is Verdict.Undecided
            ? []
            : from meant in Meanings.GetOrAdd((one.Path, index), _ => new(() => Meaning.Of(one, field))).Value
            where meant.GetsThrough != MaskedFields.GetsThrough(said)
            select $"{field} with {meant.Text}, and masked it is {said.Decision} ({said.Reason})";
    }

    private static Verdict Evaluate(AccessCase one, SnapshotSources sources) =>
        AccessEvaluator.Evaluate(Snapshot.From(sources), one.Caller(), one.Request());

    // What a case comes to with a value in the place of a field's own.
    private sealed record Meaning(bool? GetsThrough, string Text)
    {
        public static Meaning[] Of(AccessCase one, MaskedField field) =>
            [
                .. from value in Known.Value.Behind(field)
                let verdict = Evaluate(one, field.With(value))
                select new Meaning(MaskedFields.GetsThrough(verdict), $"{value}: {verdict.Decision} ({verdict.Reason})"),
            ];
    }
}
