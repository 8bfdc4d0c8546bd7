namespace MeshStack.Analysis.Access;

/// <summary>What becomes of the requests that a flight stands for.</summary>
/// <param name="Requests">Those that get through.</param>
/// <param name="Arrived">Where those that possibly get through end.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record SymbolicOutcome(RequestBounds Requests, IReadOnlyList<Arrived> Arrived, IReadOnlyList<Cause> Because)
{
    private static readonly SymbolicOutcome None = new(RequestBounds.Nothing, [], []);

    public static SymbolicOutcome? Allowed(SymbolicRequest? symbolic) =>
        symbolic is null ? null : new(symbolic.Requests, [new(null, 0, symbolic.Requests.Possible, null)], symbolic.Because);

    public static SymbolicOutcome? Refused(SymbolicRequest? symbolic) => symbolic is null ? null : None;

    public static SymbolicOutcome? Undecided(SymbolicRequest? symbolic, string reason, IReadOnlyList<Cause> because) =>
        symbolic is null ? null : new(RequestBounds.Unknown(symbolic.Requests.Possible, reason), [], [.. symbolic.Because, .. because]);

    /// <summary>The outcomes of parts that share no request.</summary>
    public static SymbolicOutcome Union(IReadOnlyList<SymbolicOutcome> parts)
    {
        var through = parts.Where(part => !part.Requests.Possible.IsEmpty).ToArray();
        return through.Length == 1
            ? through[0]
            : new(
                RequestBounds.Union(through.Select(part => part.Requests)),
                [.. through.SelectMany(part => part.Arrived)],
                [.. through.SelectMany(part => part.Because).Distinct()]
            );
    }

    /// <summary>The outcome of requests that ended at a workload.</summary>
    public SymbolicOutcome At(Workload workload, int port, RequestContext context) =>
        this with
        {
            Arrived = Requests.Possible.IsEmpty ? [] : [new(workload, port, Requests.Possible, context.Gateways)],
        };
}
