using MeshStack.Analysis.Access;

namespace MeshStack.Cli.Reports;

/// <summary>What one caller may ask of a service.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Requests">The requests, a line each.</param>
/// <param name="Undecided">The requests of which it is not known, a line each.</param>
/// <param name="Reasons">Why it is not known.</param>
/// <param name="Host">Host and port under which it asks.</param>
/// <param name="Through">The gateways in between; null for none.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record OpenAccess(
    string Caller,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<string> Reasons,
    string Host,
    string? Through,
    IReadOnlyList<Cause> Because)
{
    public static OpenAccess Of(AccessCell cell) => new(
        cell.Caller.ToString(),
        Lines(cell.Requests.Certain, cell.IsHttp),
        Lines(cell.Requests.Undecided, cell.IsHttp),
        cell.Requests.Reasons,
        FormattableString.Invariant($"{cell.Host}:{cell.HostPort}"),
        cell.Through,
        cell.Because);

    /// <summary>Everything that is open or may be, a line each.</summary>
    public IReadOnlyList<string> Lines() => [.. Requests, .. Undecided.Select(u => $"undecided: {u}"), .. Reasons.Select(r => $"  {r}")];

    private static IReadOnlyList<string> Lines(RequestSet requests, bool isHttp)
        => requests.IsEmpty ? [] : isHttp ? [.. requests.Boxes.Select(b => b.ToString())] : ["connections"];
}
