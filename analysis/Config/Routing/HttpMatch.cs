using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>One entry of a route's match: all of its fields.</summary>
/// <remarks>Source: pilot/pkg/networking/core/route/route.go of istio/istio.</remarks>
internal sealed record HttpMatch
{
    /// <summary>Its place in the object that holds it.</summary>
    public required string Path { get; init; }

    /// <summary>What hides for whom it is, or what it asks for; it is not known whether it matches what its other fields do.</summary>
    public Unreadable? Unreadable { get; init; }

    public StringMatch? Uri { get; init; }

    public bool IgnoreUriCase { get; init; }

    public StringMatch? Scheme { get; init; }

    public StringMatch? Method { get; init; }

    public StringMatch? Authority { get; init; }

    public required IReadOnlyList<(string Name, StringMatch Match)> Headers { get; init; }

    public required IReadOnlyList<(string Name, StringMatch Match)> WithoutHeaders { get; init; }

    public required IReadOnlyList<(string Name, StringMatch Match)> QueryParams { get; init; }

    public int? Port { get; init; }

    public LabelSelector SourceLabels { get; init; } = LabelSelector.Everything;

    public string? SourceNamespace { get; init; }

    public IReadOnlyList<string> Gateways { get; init; } = [];

    /// <summary>Labels of the proxies that get it, gateways among them; where it names gateways, these alone decide.</summary>
    public LabelSelector ProxyLabels => Gateways.Count == 0 ? SourceLabels : LabelSelector.Everything;

    /// <summary>Namespace of those proxies.</summary>
    public string? ProxyNamespace => Gateways.Count == 0 ? SourceNamespace : null;

    public bool IsCatchAll =>
        Unreadable is null
        && Uri
            is null
                or { Form: StringMatch.Kind.Present }
                or { Form: StringMatch.Kind.Prefix, Text: "/" }
                or { Form: StringMatch.Kind.Regex, Text: ".*" }
        && Scheme is null
        && Method is null
        && Authority is null
        && Headers.Count == 0
        && WithoutHeaders.Count == 0
        && QueryParams.Count == 0;

    public static HttpMatch From(Field field, Manifest manifest)
    {
        var unreadable = MaskedObject.Within(field, PartMasks.Match, manifest);
        return new()
        {
            Path = field.Path,
            Unreadable = unreadable,
            Uri = StringMatch.From(field["uri"], manifest),
            IgnoreUriCase = field["ignoreUriCase"].IsTrue,
            Scheme = StringMatch.From(field["scheme"], manifest),
            Method = StringMatch.From(field["method"], manifest),
            Authority = StringMatch.From(field["authority"], manifest),
            Headers = Map(field["headers"], manifest),
            WithoutHeaders = Map(field["withoutHeaders"], manifest),
            QueryParams = Map(field["queryParams"], manifest),
            Port = field["port"].Port(),
            SourceLabels = LabelSelector.From(field["sourceLabels"]),
            SourceNamespace = field["sourceNamespace"].Text is { Length: > 0 } source && !Mask.IsIn(source) ? source : null,
            Gateways =
                unreadable is not null && Mask.IsWithin(field["gateways"].Value)
                    ? []
                    :
                    [
                        .. field["gateways"]
                            .Texts()
                            .Select(gateway => VirtualServiceConfig.GatewayName(gateway, manifest.Namespace ?? "default")),
                    ],
        };
    }

    /// <summary>A match of which nothing is known.</summary>
    public static HttpMatch Nothing(string path, Unreadable unreadable) =>
        new()
        {
            Path = path,
            Unreadable = unreadable,
            Headers = [],
            WithoutHeaders = [],
            QueryParams = [],
        };

    /// <summary>True where a proxy gets this match at all.</summary>
    /// <remarks>Source: sourceMatchHTTP, pilot/pkg/networking/core/route/route.go of istio/istio.</remarks>
    public bool IsFor(RouteOrigin origin) =>
        (Port is not { } port || port == origin.Port)
        && (Gateways.Count == 0 || Gateways.Contains(origin.Gateway))
        && ProxyLabels.Selects(origin.Labels)
        && (ProxyNamespace is null || ProxyNamespace == origin.Namespace);

    /// <summary>The match among routes of several gateways, once it is known to be for the one that its route came by.</summary>
    public HttpMatch ForItsGateway() => this with { Gateways = [], SourceLabels = LabelSelector.Everything, SourceNamespace = null };

    public Certainty Matches(HttpRequest request)
    {
        var result = Certainty
            .All(
                new (StringMatch? Match, string Value)[]
                {
                    (Scheme, request.Scheme),
                    (Method, request.Method),
                    (Authority, request.Authority),
                },
                Test
            )
            .And(Uri is null ? Certainty.Yes : Uri.Matches(request.PathWithoutQuery, IgnoreUriCase));
        return result
            .And(Certainty.All(Headers, header => Header(header.Name, header.Match, request)))
            .And(!Certainty.Any(WithoutHeaders, header => HeaderOrNone(header.Name, header.Match, request)))
            .And(Certainty.All(QueryParams, parameter => parameter.Match.Matches(request.QueryValue(parameter.Name))))
            .And(Unreadable is null ? Certainty.Yes : Certainty.Unknown(Unreadable.Reason));
    }

    private static Certainty Header(string name, StringMatch match, HttpRequest request) =>
        ClaimMatch.PathOf(name) is { } path
            ? ClaimMatch.Matches(path, match, request.Claims)
            : request.Header(name).Matches(value => match.Matches(value), () => match.Texts());

    // A header that must not match is the empty text where it is missing, but where any text will do.
    private static Certainty HeaderOrNone(string name, StringMatch match, HttpRequest request)
    {
        var any = Header(name, match, request);
        return match.Form == StringMatch.Kind.Present || ClaimMatch.PathOf(name) is not null ? any
            : request.Header(name) is { Value: null, Unknown: null } ? match.Matches("")
            : any;
    }

    private static Certainty Test((StringMatch? Match, string Value) test) =>
        test.Match is null ? Certainty.Yes : test.Match.Matches(test.Value);

    private static IReadOnlyList<(string Name, StringMatch Match)> Map(Field map, Manifest manifest) =>
        [
            .. map
                .Entries.Where(entry => !Mask.IsIn(entry.Name))
                .Select(entry => (entry.Name, StringMatch.From(entry, manifest) ?? new StringMatch(StringMatch.Kind.Present, ""))),
        ];
}
