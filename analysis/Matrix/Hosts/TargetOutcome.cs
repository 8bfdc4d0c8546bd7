using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What gets through to one target.</summary>
internal sealed record TargetOutcome(AccessTarget Target, RequestBounds Requests, IReadOnlyList<Cause> Because, string? Through)
{
    /// <summary>True where some of the requests are undecided before they come anywhere, so that they may end elsewhere.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>True where who calls does not matter.</summary>
    public bool IsAlike => !Requests.Possible.TellsCallers && !Requests.Certain.TellsCallers;

    /// <summary>True where it is copies that arrive.</summary>
    public bool IsMirrored { get; private init; }

    /// <summary>The accounts of the workloads at which they arrive.</summary>
    public IReadOnlyList<AccessCaller> Behind { get; private init; } = [];

    /// <summary>An outcome by target; what is undecided before it comes anywhere counts for what the host means.</summary>
    public static IReadOnlyList<TargetOutcome> Of(
        SymbolicOutcome outcome,
        TargetIndex targets,
        string host,
        Func<IEnumerable<AccessTarget>> meant
    )
    {
        return outcome.Copies.Count == 0
            ? Directly(outcome, targets, host, meant)
            : [.. Directly(outcome, targets, host, meant), .. outcome.Copies.SelectMany(copy => Mirrored(copy, targets, host))];
    }

    private static IEnumerable<TargetOutcome> Mirrored(MirroredRequest copy, TargetIndex targets, string host) =>
        Of(
                SymbolicOutcome.From(copy.Verdict),
                targets,
                host,
                () => [new AccessTarget(copy.Cluster, copy.Namespace, copy.Service, copy.Port)]
            )
            .Select(target => target with { IsMirrored = true });

    private static IReadOnlyList<TargetOutcome> Directly(
        SymbolicOutcome outcome,
        TargetIndex targets,
        string host,
        Func<IEnumerable<AccessTarget>> meant
    )
    {
        var possible = outcome.Requests.Possible;
        if (possible.IsEmpty)
        {
            return [];
        }

        Cause[] because = [.. outcome.Because.Where(cause => cause.Name != SymbolicRequest.Anyone).Distinct()];
        if (because.Length > 1)
        {
            Array.Sort(Array.ConvertAll(because, cause => cause.ToString()), because, StringComparer.Ordinal);
        }

        // What may as well end outside of the mesh is still open.
        var open =
            outcome.Arrived.Count == 0
                ? possible
                : possible.Except(
                    RequestSet.Union(
                        outcome.Arrived.Select(one =>
                            one.Workload is null ? one.Requests.Intersect(outcome.Requests.Certain) : one.Requests
                        )
                    )
                );
        var arrived = outcome
            .Arrived.Where(one => one.Workload is not null)
            .Select(one => new Way(targets.Find(one.Workload!, one.Port, host), one.Requests, one.Through, [one.Workload!]))
            .Concat(open.IsEmpty ? [] : meant().Select(target => new Way(target, open, null, targets.Named(target))));
        return
        [
            .. arrived
                .GroupBy(one => one.Target)
                .Select(ways => From(targets, ways, outcome.Requests, because, open))
                .Select(target => outcome.IsWhereMeant ? target with { IsOpen = false } : target),
        ];
    }

    private static TargetOutcome From(
        TargetIndex targets,
        IGrouping<AccessTarget, Way> ways,
        RequestBounds all,
        IReadOnlyList<Cause> because,
        RequestSet open
    )
    {
        Workload[] workloads = [.. ways.SelectMany(one => one.Workloads).Distinct()];
        var requests = Within(all, RequestSet.Union(ways.Select(one => one.Requests)));
        var through = ways.Where(one => !ReferenceEquals(one.Requests, open)).Select(one => one.Through).Distinct(StringComparer.Ordinal);
        return new(ways.Key, requests, because, WayOf([.. through]))
        {
            IsOpen = ways.Any(one => ReferenceEquals(one.Requests, open)),
            Behind = workloads is [{ IsGateway: false } only] ? targets.AccountsAt(only) : TargetIndex.Accounts(workloads),
        };
    }

    private sealed record Way(AccessTarget Target, RequestSet Requests, string? Through, IEnumerable<Workload> Workloads);

    private static string? WayOf(string?[] ways) =>
        ways.Length == 0 ? null
        : ways is [var only] ? only
        : string.Join(" or ", ways.Select(one => one ?? "directly").Order(StringComparer.Ordinal));

    private static RequestBounds Within(RequestBounds requests, RequestSet part) =>
        requests.Possible.Equals(part) ? requests : requests.Intersect(RequestBounds.From(part));
}
