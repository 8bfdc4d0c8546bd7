using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>One route: which requests it takes, and what becomes of them.</summary>
public sealed record RouteSettings
{
    /// <summary>Its name, which access logs and reports show.</summary>
    [Key("its name, which access logs show", Default = "none", Label = 63)]
    public string? Name { get; init; }

    /// <summary>Which requests it takes: those that one of the matches is for.</summary>
    [Key("which requests it takes: those that one of the matches is for", Default = "all that no route before takes")]
    public IReadOnlyList<RouteMatchSettings> Match { get; init; } = [];

    /// <summary>Where they go: one destination, or several with weights.</summary>
    [Key(
        "where they go: one destination, or several with weights; at most one of `to`, `canary`, `redirect`, `response` and `delegate`",
        Default = "where the route without a `match` leads, else the service"
    )]
    public IReadOnlyList<RouteTargetSettings> To { get; init; } = [];

    /// <summary>A share of them that grows by steps.</summary>
    [Key("a share of them goes to another version, and grows by steps", Default = "none")]
    public RouteCanarySettings? Canary { get; init; }

    /// <summary>Name of the ServiceRoute that says what becomes of them.</summary>
    [Key(
        "name of a ServiceRoute that is a part of this one, and says what becomes of them; not with other keys than `match`",
        Default = "none"
    )]
    public string? Delegate { get; init; }

    /// <summary>The part that says what becomes of them.</summary>
    public ServiceRouteIntent? Part { get; init; }

    /// <summary>Time until a call is given up, retries included.</summary>
    [Key("time until a call is given up, retries included", Default = "none", IsDuration = true)]
    public string? Timeout { get; init; }

    /// <summary>What is tried again.</summary>
    [Key("what is tried again", Default = "Istio's: 2 attempts on `connect-failure,refused-stream,unavailable,cancelled`")]
    internal HttpRetry? Retries { get; init; }

    /// <summary>Where a copy of each request goes, whose answers nobody sees.</summary>
    [Key("where a copy of the requests goes, whose answers nobody sees; whoever calls has to be let in there too", Default = "none")]
    public RouteMirrorSettings? Mirror { get; init; }

    /// <summary>Faults that are put in on purpose.</summary>
    [Key("faults that are put in on purpose", Default = "none")]
    internal HttpFault? Fault { get; init; }

    /// <summary>What of a request is written anew before it goes on.</summary>
    [Key("what of a request is written anew before it goes on; the service's policies see the new path", Default = "none")]
    internal HttpRewrite? Rewrite { get; init; }

    /// <summary>Where a client is sent instead.</summary>
    [Key("where the client is sent instead", Default = "none")]
    internal HttpRedirect? Redirect { get; init; }

    /// <summary>An answer of the proxy's own.</summary>
    [Key("an answer of the proxy's own", Default = "none")]
    internal DirectResponse? Response { get; init; }

    /// <summary>Which origins browsers may call from.</summary>
    [Key("which origins browsers may call from", Default = "none")]
    internal CorsPolicy? Cors { get; init; }

    /// <summary>Headers that are set, added and removed.</summary>
    [Key("headers that are set, added and removed", Default = "none")]
    internal Headers? Headers { get; init; }
}
