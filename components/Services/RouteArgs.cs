using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>One route: which requests it takes, and what becomes of them.</summary>
public sealed class RouteArgs : ResourceArgs
{
    /// <summary>Its name, which access logs show.</summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Which requests it takes: those that one of the matches is for.</summary>
    /// <value>Defaults to all that no route before takes.</value>
    [Input("match")]
    public List<RouteMatchArgs> Match { get; set; } = [];

    /// <summary>Where they go: one destination, or several with weights.</summary>
    /// <value>Defaults to where the route without a match leads, else to the service.</value>
    [Input("to")]
    public List<RouteTargetArgs> To { get; set; } = [];

    /// <summary>A share of them that goes to another version, and grows by steps.</summary>
    [Input("canary")]
    public RouteCanaryArgs? Canary { get; set; }

    /// <summary>The part that says what becomes of them.</summary>
    [Input("part")]
    public ServiceRouteArgs? Part { get; set; }

    /// <summary>Time until a call is given up, retries included, such as <c>30s</c>.</summary>
    [Input("timeout")]
    public string? Timeout { get; set; }

    /// <summary>What is tried again.</summary>
    /// <value>Defaults to Istio's: 2 attempts on connect-failure, refused-stream, unavailable and cancelled.</value>
    [Input("retries")]
    public HttpRetryArgs? Retries { get; set; }

    /// <summary>Where a copy of the requests goes, whose answers nobody sees.</summary>
    [Input("mirror")]
    public RouteMirrorArgs? Mirror { get; set; }

    /// <summary>Faults that are put in on purpose.</summary>
    [Input("fault")]
    public HttpFaultArgs? Fault { get; set; }

    /// <summary>What of a request is written anew before it goes on.</summary>
    [Input("rewrite")]
    public HttpRewriteArgs? Rewrite { get; set; }

    /// <summary>Where the client is sent instead.</summary>
    [Input("redirect")]
    public HttpRedirectArgs? Redirect { get; set; }

    /// <summary>An answer of the proxy's own.</summary>
    [Input("response")]
    public DirectResponseArgs? Response { get; set; }

    /// <summary>Which origins browsers may call from.</summary>
    [Input("cors")]
    public CorsPolicyArgs? Cors { get; set; }

    /// <summary>Headers that are set, added and removed.</summary>
    [Input("headers")]
    public HeadersArgs? Headers { get; set; }
}
