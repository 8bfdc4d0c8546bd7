using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix;

/// <summary>Which share of the calls of some callers to one name goes to which destinations of routes.</summary>
/// <remarks>Where routes at several proxies have a say, one after the other, each gets its share of the share. Where proxies beside each
/// other say different things of the same calls, no share is known.</remarks>
internal sealed class SharedCalls
{
    private readonly ILookup<RouteLeg?, CoverageTrace.Division> _divisions;
    private readonly ILookup<CallDestination, string> _answering;
    private readonly ILookup<CallDestination, string> _copied;

    public SharedCalls(AccessMatrix matrix, HandledCalls calls)
    {
        var (asked, trace) = (calls.Question.Asked, calls.Question.Trace);
        var named = new CallDestination(asked.Host, asked.Port, null);
        _divisions = trace.Divisions.Where(division => !division.Split.AreCopies).ToLookup(division => division.Split.Before);
        _answering = Ends(CallEffect.Sent);
        _copied = Ends(CallEffect.Copied);
        Sent = Together([.. Through(null, calls.Sent, named)]);
        Copied =
        [
            .. trace
                .Divisions.Where(division => division.Split.AreCopies)
                .SelectMany(Copies)
                .GroupBy(one => one.Shares.Keys.First())
                .SelectMany(same => Together([.. same])),
        ];

        ILookup<CallDestination, string> Ends(CallEffect effect) =>
            trace
                .Handlings.Where(handling => handling.Effect == effect)
                .Select(handling => (To: handling.Leg?.Share.To ?? named, HandledCalls.KeyOf(matrix, asked.Host, handling).End))
                .Distinct()
                .ToLookup(one => one.To, one => one.End);
    }

    /// <summary>The requests by where they go, no request twice.</summary>
    public IReadOnlyList<SharedRequests> Sent { get; }

    /// <summary>The same of copies, by destination.</summary>
    public IReadOnlyList<SharedRequests> Copied { get; }

    /// <summary>Who answers the calls that a destination gets.</summary>
    public IEnumerable<string> Answering(CallDestination destination) => _answering[destination];

    /// <summary>Who gets the copies that a destination gets.</summary>
    public IEnumerable<string> Copying(CallDestination destination) => _copied[destination];

    // What comes by a leg, and goes where the next routes say; what none of them takes stays where the leg leads.
    private IEnumerable<SharedRequests> Through(RouteLeg? leg, RequestSet requests, CallDestination end)
    {
        var rest = requests;
        foreach (var division in _divisions[leg])
        {
            rest = rest.Except(division.Requests);
            foreach (var part in Of(division))
            {
                yield return part;
            }
        }

        if (!rest.IsEmpty)
        {
            yield return new(rest, new Dictionary<CallDestination, Share?> { [end] = Share.All }, IsPerhaps: false, []);
        }
    }

    private IEnumerable<SharedRequests> Of(CoverageTrace.Division division)
    {
        IEnumerable<SharedRequests> parts =
        [
            new(division.Requests, new Dictionary<CallDestination, Share?>(), division.IsPerhaps, [division.Split.Because]),
        ];
        foreach (var leg in division.Split.Legs)
        {
            var onward = Together([.. Through(leg, division.Requests, leg.Share.To)]);
            parts =
            [
                .. from part in parts
                from next in onward
                let both = onward.Count == 1 ? part.Requests : part.Requests.Intersect(next.Requests)
                where !both.IsEmpty
                select new SharedRequests(
                    both,
                    Sum(part.Shares, next.Shares, leg.Share.Share),
                    part.IsPerhaps || next.IsPerhaps,
                    [.. part.Because.Concat(next.Because).Distinct()]
                ),
            ];
        }

        return parts;
    }

    private static IEnumerable<SharedRequests> Copies(CoverageTrace.Division division)
    {
        var part = PartOf(division.Split.Before);
        return division
            .Split.Legs.GroupBy(leg => leg.Share.To)
            .Select(same => new SharedRequests(
                division.Requests,
                new Dictionary<CallDestination, Share?>
                {
                    [same.Key] = same.Select(leg => Times(leg.Share.Share, part)).Aggregate((one, other) => Plus(one, other)),
                },
                division.IsPerhaps,
                [division.Split.Because]
            ));
    }

    private static Share? PartOf(RouteLeg? leg) => leg is null ? Share.All : Times(leg.Share.Share, PartOf(leg.Split.Before));

    private static Dictionary<CallDestination, Share?> Sum(
        IReadOnlyDictionary<CallDestination, Share?> one,
        IReadOnlyDictionary<CallDestination, Share?> other,
        Share? part
    )
    {
        var sum = one.ToDictionary();
        foreach (var (destination, share) in other)
        {
            sum[destination] = Plus(sum.GetValueOrDefault(destination, Share.None), Times(share, part));
        }

        return sum;
    }

    private static Share? Times(Share? one, Share? other) => one is null || other is null ? null : one.Of(other);

    private static Share? Plus(Share? one, Share? other) => one is null || other is null ? null : one.And(other);

    // Requests of which the same is said are told together. Those of which several things are said may go by any of them.
    private static List<SharedRequests> Together(IReadOnlyList<SharedRequests> parts)
    {
        List<SharedRequests> joined = [];
        foreach (var part in parts)
        {
            var index = joined.FindIndex(one => one.IsPerhaps == part.IsPerhaps && one.IsShared(part));
            if (index < 0)
            {
                joined.Add(part);
            }
            else
            {
                joined[index] = joined[index] with
                {
                    Requests = joined[index].Requests.Union(part.Requests),
                    Because = [.. joined[index].Because.Concat(part.Because).Distinct()],
                };
            }
        }

        return joined.Count < 2 ? joined : Apart(joined);
    }

    private static List<SharedRequests> Apart(List<SharedRequests> parts)
    {
        List<SharedRequests> apart = [];
        foreach (var part in parts)
        {
            var rest = part;
            foreach (var other in apart.ToArray())
            {
                var both = other.Requests.Intersect(rest.Requests);
                if (both.IsEmpty)
                {
                    continue;
                }

                apart.Remove(other);
                apart.AddRange(
                    new[] { other with { Requests = other.Requests.Except(both) }, Either(other, rest) with { Requests = both } }.Where(
                        one => !one.Requests.IsEmpty
                    )
                );
                rest = rest with { Requests = rest.Requests.Except(both) };
            }

            if (!rest.Requests.IsEmpty)
            {
                apart.Add(rest);
            }
        }

        return apart;
    }

    private static SharedRequests Either(SharedRequests one, SharedRequests other) =>
        new(
            one.Requests,
            one.Shares.Keys.Union(other.Shares.Keys).ToDictionary(to => to, to => one.Of(to) == other.Of(to) ? one.Of(to) : null),
            IsPerhaps: true,
            [.. one.Because.Concat(other.Because).Distinct()]
        );
}
