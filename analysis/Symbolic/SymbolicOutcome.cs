using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What becomes of a set of requests.</summary>
/// <param name="Requests">Those that get through.</param>
/// <param name="Arrived">Where those that possibly get through end.</param>
/// <param name="Because">The objects that decide.</param>
internal sealed record SymbolicOutcome(RequestBounds Requests, IReadOnlyList<Arrived> Arrived, IReadOnlyList<Cause> Because)
    : IRequestOutcome
{
    /// <summary>The copies of requests that proxies send elsewhere, whatever becomes of the requests.</summary>
    public IReadOnlyList<MirroredRequest> Copies { get; init; } = [];

    /// <summary>True where requests that are undecided end at the service that was asked for, if they get through.</summary>
    public bool IsWhereMeant { get; init; }

    /// <summary>Nothing gets through.</summary>
    public static SymbolicOutcome None { get; } = new(RequestBounds.Nothing, [], []);

    /// <summary>What a verdict of sets of requests keeps.</summary>
    public static SymbolicOutcome From(Verdict verdict) => (SymbolicOutcome)verdict.Outcome!;

    /// <summary>The outcomes of parts that share no request.</summary>
    public static SymbolicOutcome Union(IReadOnlyList<SymbolicOutcome> parts)
    {
        var through = parts.Where(part => !part.Requests.Possible.IsEmpty).ToArray();
        var copies = CopiesOf(parts);
        return through.Length == 1
            ? through[0].Copies.Count == copies.Count
                ? through[0]
                : through[0] with
                {
                    Copies = copies,
                }
            : new(
                RequestBounds.Union(through.Select(part => part.Requests)),
                [.. through.SelectMany(part => part.Arrived)],
                [.. through.SelectMany(part => part.Because).Distinct()]
            )
            {
                Copies = copies,
            };
    }

    /// <summary>The copies of all of them.</summary>
    public static IReadOnlyList<MirroredRequest> CopiesOf(IReadOnlyList<SymbolicOutcome> parts) =>
        parts.Any(part => part.Copies.Count > 0) ? [.. parts.SelectMany(part => part.Copies).Distinct()] : [];

    /// <summary>The outcome of requests that ended at a workload.</summary>
    public SymbolicOutcome At(Workload workload, int port, RequestContext context) =>
        this with
        {
            Arrived = Requests.Possible.IsEmpty ? [] : [new(workload, port, Requests.Possible, context.Gateways)],
        };
}
