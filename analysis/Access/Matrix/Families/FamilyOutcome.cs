namespace MeshStack.Analysis.Access;

/// <summary>What becomes of the requests that a flight stands for.</summary>
/// <param name="Requests">Those that get through.</param>
/// <param name="Arrived">Where those that possibly get through end.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record FamilyOutcome(RequestBounds Requests, IReadOnlyList<Arrived> Arrived, IReadOnlyList<Cause> Because)
{
    private static readonly FamilyOutcome None = new(RequestBounds.Nothing, [], []);

    public static FamilyOutcome? Allowed(RequestFamily? family) =>
        family is null ? null : new(family.Requests, [new(null, 0, family.Requests.Possible, null)], family.Because);

    public static FamilyOutcome? Refused(RequestFamily? family) => family is null ? null : None;

    public static FamilyOutcome? Undecided(RequestFamily? family, string reason, IReadOnlyList<Cause> because) =>
        family is null ? null : new(RequestBounds.Unknown(family.Requests.Possible, reason), [], [.. family.Because, .. because]);

    /// <summary>The outcomes of parts that share no request.</summary>
    public static FamilyOutcome Union(IReadOnlyList<FamilyOutcome> parts)
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
    public FamilyOutcome At(Workload workload, int port, Flight flight) =>
        this with
        {
            Arrived = Requests.Possible.IsEmpty ? [] : [new(workload, port, Requests.Possible, flight.Gateways)],
        };
}
