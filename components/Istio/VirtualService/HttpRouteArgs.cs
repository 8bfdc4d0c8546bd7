using Pulumi;

namespace MeshStack.Istio;

/// <summary>Treatment of matching HTTP requests: one of routes, redirect, direct response or delegate.</summary>
public sealed class HttpRouteArgs : ResourceArgs
{
    /// <summary>Name of the route, for logs.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("match")]
    private InputList<HttpMatchArgs>? _match;

    /// <summary>Conditions of which one must hold; none means every request.</summary>
    public InputList<HttpMatchArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    [Input("route")]
    private InputList<HttpRouteDestinationArgs>? _route;

    /// <summary>Destinations by weight.</summary>
    public InputList<HttpRouteDestinationArgs> Route
    {
        get => _route ??= new();
        set => _route = value;
    }

    /// <summary>Answer that sends the client elsewhere.</summary>
    [Input("redirect")]
    public Input<HttpRedirectArgs>? Redirect { get; set; }

    /// <summary>Answer given without asking anyone.</summary>
    [Input("directResponse")]
    public Input<DirectResponseArgs>? DirectResponse { get; set; }

    /// <summary>VirtualService whose routes take over; not with a route or redirect.</summary>
    [Input("delegate")]
    public Input<DelegateArgs>? Delegate { get; set; }

    /// <summary>Change of path and authority before forwarding.</summary>
    [Input("rewrite")]
    public Input<HttpRewriteArgs>? Rewrite { get; set; }

    /// <summary>Time for the whole answer, e.g. "10s"; default none.</summary>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }

    /// <summary>Repetition of failed requests.</summary>
    [Input("retries")]
    public Input<HttpRetryArgs>? Retries { get; set; }

    /// <summary>Delays and errors put in at the client for tests.</summary>
    [Input("fault")]
    public Input<HttpFaultArgs>? Fault { get; set; }

    /// <summary>Second destination that gets a copy; its answers are dropped.</summary>
    [Input("mirror")]
    public Input<DestinationArgs>? Mirror { get; set; }

    /// <summary>Share of the requests that are copied; default all.</summary>
    [Input("mirrorPercentage")]
    public Input<PercentArgs>? MirrorPercentage { get; set; }

    [Input("mirrors")]
    private InputList<HttpMirrorArgs>? _mirrors;

    /// <summary>Several destinations that get a copy.</summary>
    public InputList<HttpMirrorArgs> Mirrors
    {
        get => _mirrors ??= new();
        set => _mirrors = value;
    }

    /// <summary>Cross-origin resource sharing.</summary>
    [Input("corsPolicy")]
    public Input<CorsPolicyArgs>? CorsPolicy { get; set; }

    /// <summary>Changes to headers of requests and responses.</summary>
    [Input("headers")]
    public Input<HeadersArgs>? Headers { get; set; }

    /// <summary>Percent of the requests that are copied, 0-100; the older form of mirrorPercentage.</summary>
    [Obsolete("Use MirrorPercentage.")]
    [Input("mirrorPercent")]
    public Input<int>? MirrorPercent { get; set; }

    /// <summary>Percent of the requests that are copied, 0-100; the oldest spelling of mirrorPercentage.</summary>
    [Obsolete("Use MirrorPercentage.")]
    [Input("mirror_percent")]
    public Input<int>? MirrorPercentUnderscored { get; set; }
}
