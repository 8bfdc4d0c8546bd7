using System.Collections.Immutable;
using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>A set of requests, in the caller's own terms, and what proxies have made of them since.</summary>
/// <remarks>Asked and answered in the caller's terms: a set of rewritten paths is turned back into the set of the paths before.</remarks>
internal sealed partial record SymbolicRequest(RequestBounds Requests)
{
    /// <summary>The namespace and the service account of a caller that stands for many.</summary>
    public const string Anyone = "(any)";

    private ImmutableList<PathChange> Paths { get; init; } = [];

    private static readonly ImmutableSortedDictionary<string, HeaderChange> NoHeaders = ImmutableSortedDictionary.Create<
        string,
        HeaderChange
    >(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, HeaderChange> Headers { get; init; } = NoHeaders;

    public TokenPlace Token { get; init; }

    /// <summary>Where the places are kept that the requests come by; null where nobody asks for them.</summary>
    public CoverageTrace? Trace { get; init; }

    /// <summary>The hosts of gateways' servers that they came through.</summary>
    private ImmutableList<ConfigLocation> Opened { get; init; } = [];

    /// <summary>The objects that let the requests come so far.</summary>
    public IReadOnlyList<Cause> Because { get; init; } = [];

    /// <summary>True where the last proxy validated the tokens, so that its routes see claims.</summary>
    public bool SeesClaims { get; init; }

    private bool IsRead { get; init; }

    public SymbolicRequest Rewritten(PathChange change) => this with { Paths = Paths.Add(change) };

    public SymbolicRequest Narrowed(RequestBounds requests) => this with { Requests = Requests.Intersect(requests) };

    /// <summary>The requests after headers were set, added and removed.</summary>
    public SymbolicRequest Changed(Field changes, Manifest manifest) =>
        changes.Exists ? this with { Headers = HeaderChange.Apply(Headers, changes, manifest) } : this;

    /// <summary>The requests once a proxy read the requests.</summary>
    public SymbolicRequest Read(ProxyHeaders written) =>
        this with
        {
            Headers = HeaderChange.Read(Headers, written),
            IsRead = true,
            SeesClaims = false,
        };

    /// <summary>The requests with one header as a proxy left it.</summary>
    public SymbolicRequest With(string name, HeaderChange change) =>
        this with
        {
            Headers = Headers.SetItem(name.ToLowerInvariant(), change),
        };

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
                return RequestBounds.From(texts, RequestSet.Methods);
            case ":path":
                return RequestBounds.Unknown(
                    RequestSet.Everything,
                    "a match of the header :path takes the query in, which is not evaluated"
                );
        }

        return IsRead && ProxyHeaders.WhyUnknown(lower) is { } why ? RequestBounds.Unknown(RequestSet.Everything, why)
            : Headers.TryGetValue(lower, out var change) ? change.In(texts, lower)
            : RequestBounds.From(texts, values => RequestSet.Header(lower, values));
    }

    private static RequestBounds Constant(TextBounds texts, string value) => new HeaderChange(value).In(texts, "");

    private static RequestBounds Of(TextSet certain, TextSet possible, string? reason, Func<TextSet, RequestSet> part) =>
        reason is null
            ? RequestBounds.From(part(certain))
            : RequestBounds.From(part(certain)).Union(RequestBounds.Unknown(part(possible), reason));
}
