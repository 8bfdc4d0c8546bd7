using System.Collections.Immutable;
using MeshStack.Analysis.Sets.Claims;
using MeshStack.Analysis.Sets.Decisions;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>An exact set of requests; equal sets are equal objects, and print the same, however they were made.</summary>
public sealed class RequestSet : IEquatable<RequestSet>
{
    private static readonly BoundedCache<Decision, ImmutableArray<RequestBox>> Read = new();

    private static readonly BoundedCache<Decision, TextSet> CallersOf = new();

    private static readonly BoundedCache<TextSet, RequestSet> Identities = new();

    private readonly Decision _decision;
    private ImmutableArray<RequestBox> _boxes;

    internal RequestSet(Decision decision) => _decision = decision;

    /// <summary>No request.</summary>
    public static RequestSet Nothing { get; } = new(Decision.Never);

    /// <summary>Every request.</summary>
    public static RequestSet Everything { get; } = new(Decision.Always);

    /// <summary>Requests without an identity of the caller: plaintext.</summary>
    public static RequestSet Plaintext { get; } = new(Decision.From(Dimension.Identity, OptionalTexts.Absent));

    /// <summary>Requests without a request principal: no valid token.</summary>
    public static RequestSet WithoutRequestPrincipal { get; } = new(Decision.From(Dimension.RequestPrincipal, OptionalTexts.Absent));

    /// <summary>Whether there is no request in the set.</summary>
    public bool IsEmpty => _decision.IsNever;

    /// <summary>Whether every request is in the set.</summary>
    public bool IsEverything => _decision.IsAlways;

    /// <summary>The set as a union of boxes, few and wide, in the order of their texts; they may share requests.</summary>
    public ImmutableArray<RequestBox> Boxes
    {
        get
        {
            if (_boxes.IsDefault)
            {
                _ = ImmutableInterlocked.InterlockedInitialize(ref _boxes, Read.Of(_decision, DecisionBoxes.Of));
            }

            return _boxes;
        }
    }

    /// <summary>Requests with one of the methods.</summary>
    public static RequestSet Methods(TextSet methods) => From(Dimension.Method, methods);

    /// <summary>Requests with one of the paths.</summary>
    public static RequestSet Paths(TextSet paths) => From(Dimension.Path, paths);

    /// <summary>Requests to one of the hosts, whose letters may have either case.</summary>
    /// <remarks>All but some hosts are the <see cref="Complement"/> of this set, not this set of a complement.</remarks>
    public static RequestSet Hosts(TextSet hosts)
    {
        ArgumentNullException.ThrowIfNull(hosts);
        return From(Dimension.Host, hosts.IgnoreCase());
    }

    /// <summary>Requests with the header, and one of the values in it.</summary>
    public static RequestSet Header(string name, TextSet values)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return From(Dimension.Header(name), values);
    }

    /// <summary>Requests without the header.</summary>
    public static RequestSet WithoutHeader(string name) => new(Decision.From(Dimension.Header(name), OptionalTexts.Absent));

    /// <summary>Requests whose token has the claim, with one of the texts among its own; the claim's path is such as
    /// <c>realm_access.roles</c>.</summary>
    public static RequestSet Claim(string path, TextSet texts)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(Decision.From(Dimension.Claim(path), ClaimSet.Some(texts)));
    }

    /// <summary>Requests of callers with one of the principals, <c>TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT</c>.</summary>
    public static RequestSet Identity(TextSet principals)
    {
        ArgumentNullException.ThrowIfNull(principals);
        return Identities.Of(principals, known => From(Dimension.Identity, known));
    }

    /// <summary>Requests with one of the request principals, <c>ISSUER/SUBJECT</c>.</summary>
    public static RequestSet RequestPrincipal(TextSet principals) => From(Dimension.RequestPrincipal, principals);

    /// <summary>The requests of all the sets.</summary>
    public static RequestSet Union(IEnumerable<RequestSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return Halves.Combine([.. sets], Nothing, (left, right) => left.Union(right));
    }

    /// <summary>The requests of either set.</summary>
    public RequestSet Union(RequestSet other) => Combine(SetOperation.Union, other);

    /// <summary>The requests of both sets.</summary>
    public RequestSet Intersect(RequestSet other) => Combine(SetOperation.Intersect, other);

    /// <summary>The requests of this set that are not in the other.</summary>
    public RequestSet Except(RequestSet other) => Combine(SetOperation.Except, other);

    /// <summary>Every request that is not in the set.</summary>
    public RequestSet Complement() => Everything.Except(this);

    /// <summary>The set's requests of one caller, whatever else they are; null stands for plaintext.</summary>
    internal RequestSet Of(string? principal) => new(_decision.Given(Dimension.Identity, new SampleRequest { Identity = principal }));

    /// <summary>Whether it matters who calls.</summary>
    internal bool TellsCallers => _decision.Tells(Dimension.Identity);

    /// <summary>The callers that some request of the set has, or null where it takes any of them alike.</summary>
    internal TextSet? Callers =>
        TellsCallers ? CallersOf.Of(_decision, decision => ((OptionalTexts)decision.Project(Dimension.Identity)).Texts) : null;

    /// <summary>Whether every request of this set is in the other.</summary>
    public bool IsSubsetOf(RequestSet other) => Except(other).IsEmpty;

    /// <summary>Whether the request is in the set; one that cannot be made, such as with a path without a slash, is in none.</summary>
    public bool Contains(SampleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsPossible && _decision.Contains(request);
    }

    /// <summary>A request of the set that says no more than it must, always the same; null where there is none.</summary>
    public SampleRequest? Witness() => DecisionWitness.Of(_decision);

    /// <inheritdoc/>
    public bool Equals(RequestSet? other) => other is not null && _decision.Equals(other._decision);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _decision.GetHashCode();

    /// <summary>The set in lines, one for each of its boxes; of a set with too many of them, a line that says so and shows one of its
    /// requests.</summary>
    internal IReadOnlyList<string> Lines()
    {
        try
        {
            return [.. Boxes.Select(box => box.ToString())];
        }
        catch (SetLimitException)
        {
            return [$"too many kinds of requests to list, such as {Witness()}"];
        }
    }

    /// <summary>The set in words: <c>GET /static* or POST /api/v1/products where header x-team is a*</c>.</summary>
    public override string ToString() => IsEmpty ? "nothing" : string.Join(" or ", Lines());

    private static RequestSet From(Dimension dimension, TextSet texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(Decision.From(dimension, new OptionalTexts(IsAbsentTaken: false, texts)));
    }

    private RequestSet Combine(SetOperation operation, RequestSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var result = DecisionProduct.Of(operation, _decision, other._decision);
        return ReferenceEquals(result, _decision) ? this
            : ReferenceEquals(result, other._decision) ? other
            : new(result);
    }
}
