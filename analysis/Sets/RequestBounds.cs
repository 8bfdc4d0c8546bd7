using System.Collections.Immutable;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>A set of requests that is known in part: what is certainly in it, what possibly is, and why the rest is undecided.</summary>
/// <remarks>Every operation keeps what is certain within the true set, and the true set within what is possible.</remarks>
public sealed class RequestBounds
{
    private static readonly ImmutableSortedDictionary<string, RequestSet> NoGaps = ImmutableSortedDictionary.Create<string, RequestSet>(
        StringComparer.Ordinal
    );

    private readonly ImmutableSortedDictionary<string, RequestSet> _gaps;

    private RequestBounds(RequestSet exact) => (Certain, Possible, _gaps) = (exact, exact, NoGaps);

    private RequestBounds(RequestSet certain, RequestSet possible, IEnumerable<KeyValuePair<string, RequestSet>> gaps)
    {
        (Certain, Possible) = (certain, possible);
        if (IsDecided)
        {
            _gaps = NoGaps;
            return;
        }

        var undecided = Undecided;
        _gaps = gaps.GroupBy(gap => gap.Key, gap => gap.Value)
            .Select(gap => KeyValuePair.Create(gap.Key, RequestSet.Union(gap).Intersect(undecided)))
            .Where(gap => !gap.Value.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>No request.</summary>
    public static RequestBounds Nothing { get; } = From(RequestSet.Nothing);

    /// <summary>Every request.</summary>
    public static RequestBounds Everything { get; } = From(RequestSet.Everything);

    /// <summary>Requests that are in the set.</summary>
    public RequestSet Certain { get; }

    /// <summary>Requests without which nothing is in the set.</summary>
    public RequestSet Possible { get; }

    /// <summary>Requests of which it is not known.</summary>
    public RequestSet Undecided => Possible.Except(Certain);

    /// <summary>Whether the set is known exactly.</summary>
    public bool IsDecided => Certain.Equals(Possible);

    /// <summary>Why some requests are undecided, in ordinal order; none where the set is known exactly.</summary>
    public ImmutableArray<string> Reasons => [.. _gaps.Keys];

    /// <summary>A set that is known exactly.</summary>
    public static RequestBounds From(RequestSet requests) => new(requests);

    /// <summary>Of these requests it is not known which are in the set; no other is.</summary>
    public static RequestBounds Unknown(RequestSet requests, string reason) =>
        new(RequestSet.Nothing, requests, [KeyValuePair.Create(reason, requests)]);

    /// <summary>Requests of which one part is in a set of texts that is known in part: <c>Of(texts, RequestSet.Paths)</c>.</summary>
    /// <remarks>The part must grow with the texts; for all but these texts take the <see cref="Complement"/> of the result.</remarks>
    public static RequestBounds From(TextBounds texts, Func<TextSet, RequestSet> part)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(part);
        var possible = part(texts.Possible);
        return new(part(texts.Certain), possible, texts.Reason is { } reason ? [KeyValuePair.Create(reason, possible)] : []);
    }

    /// <summary>The requests of all the sets.</summary>
    public static RequestBounds Union(IEnumerable<RequestBounds> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return Halves.Combine([.. sets], Nothing, (left, right) => left.Union(right));
    }

    /// <summary>Requests each of which may go any of several ways: certain is what all of them take, possible what any does.</summary>
    internal static RequestBounds Ways(IReadOnlyList<RequestBounds> ways, string reason)
    {
        var certain = ways.Select(way => way.Certain).Aggregate((one, other) => one.Intersect(other));
        var possible = RequestSet.Union(ways.Select(way => way.Possible));
        return new(
            certain,
            possible,
            ways.SelectMany(way => way._gaps).Append(KeyValuePair.Create(reason, RequestSet.Union(ways.Select(way => way.Certain))))
        );
    }

    /// <summary>Why the request is undecided; none where it is known.</summary>
    public ImmutableArray<string> ReasonsFor(SampleRequest request) =>
        [.. _gaps.Where(gap => gap.Value.Contains(request)).Select(gap => gap.Key)];

    /// <summary>The requests of either set.</summary>
    public RequestBounds Union(RequestBounds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsDecided && other.IsDecided
            ? Exactly(Certain.Union(other.Certain), other)
            : new(Certain.Union(other.Certain), Possible.Union(other.Possible), _gaps.Concat(other._gaps));
    }

    /// <summary>The requests of both sets.</summary>
    public RequestBounds Intersect(RequestBounds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsDecided && other.IsDecided
            ? Exactly(Certain.Intersect(other.Certain), other)
            : new(Certain.Intersect(other.Certain), Possible.Intersect(other.Possible), _gaps.Concat(other._gaps));
    }

    /// <summary>The requests of this set that are not in the other.</summary>
    public RequestBounds Except(RequestBounds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsDecided && other.IsDecided
            ? Exactly(Certain.Except(other.Certain), other)
            : new(Certain.Except(other.Possible), Possible.Except(other.Certain), _gaps.Concat(other._gaps));
    }

    /// <summary>The bounds' requests of one caller, whatever else they are.</summary>
    internal RequestBounds Of(string? principal) =>
        IsDecided
            ? new(Certain.Of(principal))
            : new(
                Certain.Of(principal),
                Possible.Of(principal),
                _gaps.Select(gap => KeyValuePair.Create(gap.Key, gap.Value.Of(principal)))
            );

    /// <summary>Whether both say the same, for the same reasons.</summary>
    internal bool Same(RequestBounds other) =>
        Certain.Equals(other.Certain) && Possible.Equals(other.Possible) && _gaps.Keys.SequenceEqual(other._gaps.Keys);

    /// <summary>Every request that is not in the set.</summary>
    public RequestBounds Complement() => IsDecided ? new(Certain.Complement()) : new(Possible.Complement(), Certain.Complement(), _gaps);

    /// <summary>Whether the request is in the set, as far as it is known.</summary>
    public bool? Contains(SampleRequest request) =>
        Certain.Contains(request) ? true
        : Possible.Contains(request) ? null
        : false;

    /// <summary>The bounds in words.</summary>
    public override string ToString() =>
        IsDecided ? Certain.ToString() : $"{(Certain.IsEmpty ? "" : $"{Certain}; ")}undecided: {Undecided} ({string.Join("; ", Reasons)})";

    // Where both are known, one operation says it all; often the result is one of them.
    private RequestBounds Exactly(RequestSet result, RequestBounds other) =>
        ReferenceEquals(result, Certain) ? this
        : ReferenceEquals(result, other.Certain) ? other
        : new(result);
}
