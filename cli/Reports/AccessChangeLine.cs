using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Sets;

namespace MeshStack.Cli.Reports;

/// <summary>What one caller gains or loses at one service, as a line.</summary>
internal sealed record AccessChangeLine(bool IsLoss, string Caller, string Target, string Requests, string Example, bool IsUndecided)
{
    /// <summary>What becomes of the access, in a word or two.</summary>
    public string Word => (IsLoss ? "lost" : "gained") + (IsUndecided ? "?" : "");

    public static IEnumerable<AccessChangeLine> Of(AccessChange change, bool isStream)
    {
        if (!change.Gained.IsEmpty)
        {
            yield return Line(change, isStream, isLoss: false, change.Gained, change.GainedExample);
        }

        if (!change.Lost.IsEmpty)
        {
            yield return Line(change, isStream, isLoss: true, change.Lost, change.LostExample);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Word, -7} {Caller} → {Target}: {Requests}{(Example.Length == 0 || Example == Requests ? "" : $", for example {Example}")}";

    private static AccessChangeLine Line(AccessChange change, bool isStream, bool isLoss, RequestSet requests, SampleRequest? example) =>
        new(
            isLoss,
            change.Caller.ToString(),
            change.Target.ToString(),
            isStream ? "connections" : requests.ToString(),
            isStream || example is null ? "" : (example with { Identity = null }).ToString(),
            change.Undecided
        );
}
