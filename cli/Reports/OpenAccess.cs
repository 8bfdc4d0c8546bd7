using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>What callers may ask of a service alike.</summary>
/// <param name="Callers">The callers that may ask for the same through the same objects.</param>
/// <param name="Requests">The requests, a line each.</param>
/// <param name="Undecided">The requests of which it is not known, a line each.</param>
/// <param name="Reasons">Why it is not known.</param>
/// <param name="Host">Host and port under which it asks.</param>
/// <param name="Through">The gateways in between; null for none.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record OpenAccess(
    IReadOnlyList<string> Callers,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<string> Reasons,
    string Host,
    string? Through,
    IReadOnlyList<Cause> Because
)
{
    /// <summary>The cells of one service, those that differ by caller alone taken together.</summary>
    public static IEnumerable<OpenAccess> Of(IEnumerable<AccessCell> cells) =>
        cells
            .GroupBy(c =>
                (c.Host, c.HostPort, Way: WayOf(c), c.IsHttp, Requests: c.Requests.ToString(), Because: string.Join('\n', c.Because))
            )
            .Select(g =>
                From(g.First(), [.. g.Select(c => c.Caller.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
            );

    private static OpenAccess From(AccessCell cell, IReadOnlyList<string> callers) =>
        new(
            callers,
            RequestText.Lines(cell.Requests.Certain, cell.IsHttp),
            RequestText.Lines(cell.Requests.Undecided, cell.IsHttp),
            cell.Requests.Reasons,
            FormattableString.Invariant($"{cell.Host}:{cell.HostPort}"),
            WayOf(cell),
            cell.Because
        );

    // Of copies nobody waits for an answer.
    public static string? WayOf(AccessCell cell) =>
        !cell.IsMirrored ? cell.Through
        : cell.Through is null ? "a mirror"
        : $"{cell.Through}, mirrored";

    /// <summary>Everything that is open or may be, a line each.</summary>
    public IReadOnlyList<string> Lines() => [.. Requests, .. Undecided.Select(u => $"undecided: {u}"), .. Reasons.Select(r => $"  {r}")];
}
