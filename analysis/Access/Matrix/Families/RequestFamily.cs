using System.Collections.Immutable;

namespace MeshStack.Analysis.Access;

/// <summary>The requests that a flight stands for, in the caller's own terms, and what proxies have made of them since.</summary>
/// <remarks>Asked and answered in the caller's terms: a set of rewritten paths is turned back into the set of the paths before.</remarks>
internal sealed record RequestFamily(RequestBounds Requests)
{
    /// <summary>The namespace and the service account of a caller that stands for many.</summary>
    public const string Anyone = "(any)";

    private ImmutableList<PathChange> Paths { get; init; } = [];

    private ImmutableSortedDictionary<string, HeaderChange> Headers { get; init; } = ImmutableSortedDictionary.Create<string, HeaderChange>(StringComparer.Ordinal);

    public TokenPlace Token { get; init; }

    /// <summary>Where the places are kept that the requests come by; null where nobody asks for them.</summary>
    public Trail? Trail { get; init; }

    /// <summary>The objects that let the requests come so far.</summary>
    public IReadOnlyList<Cause> Because { get; init; } = [];

    public RequestFamily Rewritten(PathChange change) => this with { Paths = Paths.Add(change) };

    public RequestFamily Narrowed(RequestBounds requests) => this with { Requests = Requests.Intersect(requests) };

    /// <summary>The family after headers were set, added and removed.</summary>
    public RequestFamily Changed(Field changes) => changes.Exists ? this with { Headers = HeaderChange.Apply(Headers, changes) } : this;

    /// <summary>The requests whose path is now one of the texts.</summary>
    public RequestBounds PathIn(TextBounds texts)
    {
        var (certain, possible, reason) = (texts.Certain, texts.Possible, texts.Reason);
        for (var index = Paths.Count - 1; index >= 0; index--)
        {
            if (Paths[index].Unknown is { } why)
            {
                return RequestBounds.Unknown(RequestSet.Everything, why);
            }

            (certain, possible) = (Paths[index].Before(certain), Paths[index].Before(possible));
        }

        return Of(certain, possible, reason, RequestSet.Paths);
    }

    /// <summary>The requests whose header, real or pseudo, is now one of the texts.</summary>
    public RequestBounds HeaderIn(string name, TextBounds texts, HttpRequest http)
    {
        var lower = name.ToLowerInvariant();
        switch (lower)
        {
            case ":authority" or "host":
                return Constant(texts, http.Authority);
            case ":scheme":
                return Constant(texts, http.Scheme);
            case ":method":
                return RequestBounds.Of(texts, RequestSet.Methods);
            case ":path":
                return RequestBounds.Unknown(RequestSet.Everything, "a match of the header :path takes the query in, which is not evaluated");
        }

        return !Headers.TryGetValue(lower, out var change) ? RequestBounds.Of(texts, values => RequestSet.Header(lower, values))
            : change is { Unknown: { } why, Value: { } added } ? Added(texts, lower, added, why)
            : change.Value is { } value ? Constant(texts, value)
            : RequestBounds.Nothing;
    }

    // Where the header was absent, it is what was added.
    private static RequestBounds Added(TextBounds texts, string name, string value, string why)
    {
        var given = RequestSet.Header(name, TextSet.Everything);
        return Constant(texts, value).Except(RequestBounds.Of(given)).Union(RequestBounds.Unknown(given, why));
    }

    private static RequestBounds Constant(TextBounds texts, string value) => texts.Contains(value) switch
    {
        true => RequestBounds.Everything,
        false => RequestBounds.Nothing,
        null => RequestBounds.Unknown(RequestSet.Everything, texts.Reason ?? $"it is not known whether {value} matches"),
    };

    private static RequestBounds Of(TextSet certain, TextSet possible, string? reason, Func<TextSet, RequestSet> part) =>
        reason is null ? RequestBounds.Of(part(certain)) : RequestBounds.Of(part(certain)).Union(RequestBounds.Unknown(part(possible), reason));
}
