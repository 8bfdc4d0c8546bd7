using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>What changes for callers alike, and where that comes from.</summary>
/// <param name="Change">What changes.</param>
/// <param name="At">The place of the definition that causes it; null where that is not known.</param>
/// <param name="IsBefore">True where that place is one of the definition before the change.</param>
internal sealed record ReviewLine(AccessChangeLine Change, SourceLocation? At, bool IsBefore)
{
    private const int MostNamed = 3;

    /// <summary>The callers, each by itself.</summary>
    public IReadOnlyList<string> Callers { get; private init; } = [Change.Caller];

    /// <summary>The place as a reader finds it; empty where it is not known.</summary>
    public string Where => At is null ? "" : FormattableString.Invariant($"{At.File}:{At.Line}") + (IsBefore ? " before the change" : "");

    /// <summary>One line for callers that gain or lose the same by the same place, and clients outside of the mesh before all
    /// others.</summary>
    public static IReadOnlyList<ReviewLine> Grouped(IEnumerable<ReviewLine> lines)
    {
        var all = lines.ToArray();
        return
        [
            .. Alike(all.Where(line => line.Change.Service is not null && !line.Change.IsLoss)),
            .. all.Where(line => line.Change.Service is null && !line.Change.IsShift),
            .. Alike(all.Where(line => line.Change.Service is not null && line.Change.IsLoss)),
            .. all.Where(line => line.Change.IsShift),
        ];
    }

    private static IEnumerable<ReviewLine> Alike(IEnumerable<ReviewLine> lines) =>
        lines
            .GroupBy(line => (line.Change.Word, line.Change.Target, line.Change.Requests, line.Change.Example, line.At, line.IsBefore))
            .Select(same => Joined([.. same.OrderBy(line => line.Change.IsOutside ? 0 : 1)]))
            .OrderBy(line => line.Change.IsOutside ? 0 : 1);

    private static ReviewLine Joined(ReviewLine[] alike)
    {
        string[] callers = [.. alike.Select(line => line.Change.Caller)];
        var shown = string.Join(", ", callers.Take(callers.Length > MostNamed + 1 ? MostNamed : callers.Length));
        return alike[0] with
        {
            Change = alike[0].Change with
            {
                Caller =
                    callers.Length > MostNamed + 1 ? FormattableString.Invariant($"{shown} and {callers.Length - MostNamed} more") : shown,
                Count = callers.Length,
            },
            Callers = callers,
        };
    }
}
