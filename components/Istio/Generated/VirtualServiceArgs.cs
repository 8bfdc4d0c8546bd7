// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Routes of one or more hosts (networking.istio.io/v1).</summary>
public sealed class VirtualService(string name, VirtualServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="VirtualService"/>.</summary>
public sealed class VirtualServiceArgs() : CustomResourceArgs("networking.istio.io/v1", "VirtualService")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<VirtualServiceSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Cross-origin resource sharing.</summary>
public sealed partial class CorsPolicyArgs : ResourceArgs
{
    /// <summary>Whether credentials may be sent.</summary>
    [Input("allowCredentials")]
    public Input<bool>? AllowCredentials { get; set; }

    [Input("allowHeaders")]
    private InputList<string>? _allowHeaders;

    /// <summary>Headers that may be sent.</summary>
    public InputList<string> AllowHeaders
    {
        get => _allowHeaders ??= new();
        set => _allowHeaders = value;
    }

    [Input("allowMethods")]
    private InputList<string>? _allowMethods;

    /// <summary>Methods that may be used.</summary>
    public InputList<string> AllowMethods
    {
        get => _allowMethods ??= new();
        set => _allowMethods = value;
    }

    [Input("allowOrigin")]
    private InputList<string>? _allowOrigin;

    /// <summary>Origins that may call; the older form of allowOrigins.</summary>
    [Obsolete("Use AllowOrigins.")]
    public InputList<string> AllowOrigin
    {
        get => _allowOrigin ??= new();
        set => _allowOrigin = value;
    }

    [Input("allowOrigins")]
    private InputList<StringMatchArgs>? _allowOrigins;

    /// <summary>Origins that may call.</summary>
    public InputList<StringMatchArgs> AllowOrigins
    {
        get => _allowOrigins ??= new();
        set => _allowOrigins = value;
    }

    [Input("exposeHeaders")]
    private InputList<string>? _exposeHeaders;

    /// <summary>Response headers that scripts may read.</summary>
    public InputList<string> ExposeHeaders
    {
        get => _exposeHeaders ??= new();
        set => _exposeHeaders = value;
    }

    /// <summary>Time that an answer to a preflight is kept, e.g. "24h".</summary>
    [Input("maxAge")]
    public Input<string>? MaxAge { get; set; }

    /// <summary>What happens to preflights of other origins; default FORWARD.</summary>
    [Input("unmatchedPreflights")]
    public Input<UnmatchedPreflights>? UnmatchedPreflights { get; set; }
}

/// <summary>VirtualService whose routes take over.</summary>
public sealed partial class DelegateArgs : ResourceArgs
{
    /// <summary>Name of the VirtualService, which must have no hosts.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Namespace of the VirtualService; default that of the delegating one.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}

/// <summary>Answer given without asking anyone.</summary>
public sealed partial class DirectResponseArgs : ResourceArgs
{
    /// <summary>Body of the answer; default empty.</summary>
    [Input("body")]
    public Input<ResponseBodyArgs>? Body { get; set; }

    /// <summary>HTTP status of the answer.</summary>
    [Input("status", required: true)]
    public Input<int> Status { get; set; } = null!;
}

/// <summary>Error in place of forwarding: an HTTP or a gRPC status.</summary>
public sealed partial class FaultAbortArgs : ResourceArgs
{
    /// <summary>Name of a gRPC status, such as "UNAVAILABLE"; not with another status.</summary>
    [Input("grpcStatus")]
    public Input<string>? GrpcStatus { get; set; }

    /// <summary>HTTP/2 error; in the schema, but istiod refuses it.</summary>
    [Input("http2Error")]
    public Input<string>? Http2Error { get; set; }

    /// <summary>HTTP status, 200-599; not with another status.</summary>
    [Input("httpStatus")]
    public Input<int>? HttpStatus { get; set; }

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }
}

/// <summary>Delay before forwarding.</summary>
public sealed partial class FaultDelayArgs : ResourceArgs
{
    /// <summary>Mean of a random delay; in the schema, but istiod refuses it.</summary>
    [Input("exponentialDelay")]
    public Input<string>? ExponentialDelay { get; set; }

    /// <summary>Length of the delay, e.g. "5s"; not with exponentialDelay.</summary>
    [Input("fixedDelay")]
    public Input<string>? FixedDelay { get; set; }

    /// <summary>Percent of the requests, 0-100; the older form of percentage.</summary>
    [Obsolete("Use Percentage.")]
    [Input("percent")]
    public Input<int>? Percent { get; set; }

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }
}

/// <summary>Changes to a set of headers.</summary>
public sealed partial class HeaderOperationsArgs : ResourceArgs
{
    [Input("add")]
    private InputMap<string>? _add;

    /// <summary>Values that are appended.</summary>
    public InputMap<string> Add
    {
        get => _add ??= new();
        set => _add = value;
    }

    [Input("remove")]
    private InputList<string>? _remove;

    /// <summary>Headers that are taken away.</summary>
    public InputList<string> Remove
    {
        get => _remove ??= new();
        set => _remove = value;
    }

    [Input("set")]
    private InputMap<string>? _set;

    /// <summary>Headers that are overwritten.</summary>
    public InputMap<string> Set
    {
        get => _set ??= new();
        set => _set = value;
    }
}

/// <summary>Changes to headers of requests and responses.</summary>
public sealed partial class HeadersArgs : ResourceArgs
{
    /// <summary>Changes to the request.</summary>
    [Input("request")]
    public Input<HeaderOperationsArgs>? Request { get; set; }

    /// <summary>Changes to the response.</summary>
    [Input("response")]
    public Input<HeaderOperationsArgs>? Response { get; set; }
}

/// <summary>Faults put into HTTP requests for tests.</summary>
public sealed partial class HttpFaultArgs : ResourceArgs
{
    /// <summary>Error in place of forwarding.</summary>
    [Input("abort")]
    public Input<FaultAbortArgs>? Abort { get; set; }

    /// <summary>Delay before forwarding.</summary>
    [Input("delay")]
    public Input<FaultDelayArgs>? Delay { get; set; }
}

/// <summary>Conditions on a request, all of which must hold.</summary>
public sealed partial class HttpMatchArgs : ResourceArgs
{
    /// <summary>Host that was asked for.</summary>
    [Input("authority")]
    public Input<StringMatchArgs>? Authority { get; set; }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways that the match applies at, in place of the VirtualService's.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    [Input("headers")]
    private InputMap<StringMatchArgs>? _headers;

    /// <summary>Headers by lower-case name.</summary>
    public InputMap<StringMatchArgs> Headers
    {
        get => _headers ??= new();
        set => _headers = value;
    }

    /// <summary>Whether exact and prefix matches of the path ignore case; default false.</summary>
    [Input("ignoreUriCase")]
    public Input<bool>? IgnoreUriCase { get; set; }

    /// <summary>Method, such as "GET".</summary>
    [Input("method")]
    public Input<StringMatchArgs>? Method { get; set; }

    /// <summary>Name of the match, for logs.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Port that was called, 1-65535.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("queryParams")]
    private InputMap<StringMatchArgs>? _queryParams;

    /// <summary>Query parameters by name.</summary>
    public InputMap<StringMatchArgs> QueryParams
    {
        get => _queryParams ??= new();
        set => _queryParams = value;
    }

    /// <summary>Scheme, such as "https".</summary>
    [Input("scheme")]
    public Input<StringMatchArgs>? Scheme { get; set; }

    [Input("sourceLabels")]
    private InputMap<string>? _sourceLabels;

    /// <summary>Labels of the calling workload.</summary>
    public InputMap<string> SourceLabels
    {
        get => _sourceLabels ??= new();
        set => _sourceLabels = value;
    }

    /// <summary>Namespace of the calling workload.</summary>
    [Input("sourceNamespace")]
    public Input<string>? SourceNamespace { get; set; }

    /// <summary>Prefix of the route's statistics.</summary>
    [Input("statPrefix")]
    public Input<string>? StatPrefix { get; set; }

    /// <summary>Path without query, case-sensitive.</summary>
    [Input("uri")]
    public Input<StringMatchArgs>? Uri { get; set; }

    [Input("withoutHeaders")]
    private InputMap<StringMatchArgs>? _withoutHeaders;

    /// <summary>Headers that must not match, by lower-case name.</summary>
    public InputMap<StringMatchArgs> WithoutHeaders
    {
        get => _withoutHeaders ??= new();
        set => _withoutHeaders = value;
    }
}

/// <summary>Destination that gets a copy of requests.</summary>
public sealed partial class HttpMirrorArgs : ResourceArgs
{
    /// <summary>Service that gets the copy.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }
}

/// <summary>Answer that sends the client elsewhere.</summary>
public sealed partial class HttpRedirectArgs : ResourceArgs
{
    /// <summary>Host to go to; default the one asked for.</summary>
    [Input("authority")]
    public Input<string>? Authority { get; set; }

    /// <summary>Where the port comes from; not with port.</summary>
    [Input("derivePort")]
    public Input<RedirectPort>? DerivePort { get; set; }

    /// <summary>Port to go to, 1-65535; not with derivePort.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary>Text in place of the matched prefix of the path; not with uri, and only where all URI matches are prefixes.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("prefixRewrite")]
    public Input<string>? PrefixRewrite { get; set; }

    /// <summary>Status of the answer; default 301.</summary>
    [Input("redirectCode")]
    public Input<int>? RedirectCode { get; set; }

    /// <summary>Scheme to go to; default the one asked for.</summary>
    [Input("scheme")]
    public Input<string>? Scheme { get; set; }

    /// <summary>Path to go to; default the one asked for, not with prefixRewrite.</summary>
    [Input("uri")]
    public Input<string>? Uri { get; set; }
}

/// <summary>Repetition of failed requests.</summary>
public sealed partial class HttpRetryArgs : ResourceArgs
{
    /// <summary>Repetitions after the first try; 0 turns retries off.</summary>
    [Input("attempts")]
    public Input<int>? Attempts { get; set; }

    /// <summary>Shortest pause between tries, at least "1ms"; default "25ms".</summary>
    [Input("backoff")]
    public Input<string>? Backoff { get; set; }

    /// <summary>Time per try, e.g. "2s"; default the timeout of the route.</summary>
    [Input("perTryTimeout")]
    public Input<string>? PerTryTimeout { get; set; }

    /// <summary>Whether endpoints that failed are skipped; default true.</summary>
    [Input("retryIgnorePreviousHosts")]
    public Input<bool>? RetryIgnorePreviousHosts { get; set; }

    /// <summary>Conditions joined by commas, such as "5xx,reset", and status codes.</summary>
    [Input("retryOn")]
    public Input<string>? RetryOn { get; set; }

    /// <summary>Whether other localities may be tried; default false.</summary>
    [Input("retryRemoteLocalities")]
    public Input<bool>? RetryRemoteLocalities { get; set; }
}

/// <summary>Change of path and authority before forwarding.</summary>
public sealed partial class HttpRewriteArgs : ResourceArgs
{
    /// <summary>New authority.</summary>
    [Input("authority")]
    public Input<string>? Authority { get; set; }

    /// <summary>New path, or new start of it after a prefix match; not with a regex rewrite.</summary>
    [Input("uri")]
    public Input<string>? Uri { get; set; }

    /// <summary>Change of the path by an expression.</summary>
    [Input("uriRegexRewrite")]
    public Input<RegexRewriteArgs>? UriRegexRewrite { get; set; }
}

/// <summary>Treatment of matching HTTP requests: one of routes, redirect, direct response or delegate.</summary>
public sealed partial class HttpRouteArgs : ResourceArgs
{
    /// <summary>Cross-origin resource sharing.</summary>
    [Input("corsPolicy")]
    public Input<CorsPolicyArgs>? CorsPolicy { get; set; }

    /// <summary>VirtualService whose routes take over; not with a route or redirect.</summary>
    [Input("delegate")]
    public Input<DelegateArgs>? Delegate { get; set; }

    /// <summary>Answer given without asking anyone.</summary>
    [Input("directResponse")]
    public Input<DirectResponseArgs>? DirectResponse { get; set; }

    /// <summary>Delays and errors put in at the client for tests.</summary>
    [Input("fault")]
    public Input<HttpFaultArgs>? Fault { get; set; }

    /// <summary>Changes to headers of requests and responses.</summary>
    [Input("headers")]
    public Input<HeadersArgs>? Headers { get; set; }

    [Input("match")]
    private InputList<HttpMatchArgs>? _match;

    /// <summary>Conditions of which one must hold; none means every request.</summary>
    public InputList<HttpMatchArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    /// <summary>Second destination that gets a copy; its answers are dropped.</summary>
    [Input("mirror")]
    public Input<DestinationArgs>? Mirror { get; set; }

    /// <summary>Percent of the requests that are copied, 0-100; the older form of mirrorPercentage.</summary>
    [Obsolete("Use MirrorPercentage.")]
    [Input("mirrorPercent")]
    public Input<int>? MirrorPercent { get; set; }

    /// <summary>Share of the requests that are copied; default all.</summary>
    [Input("mirrorPercentage")]
    public Input<PercentArgs>? MirrorPercentage { get; set; }

    /// <summary>Percent of the requests that are copied, 0-100; the oldest spelling of mirrorPercentage.</summary>
    [Obsolete("Use MirrorPercentage.")]
    [Input("mirror_percent")]
    public Input<int>? MirrorPercentUnderscored { get; set; }

    [Input("mirrors")]
    private InputList<HttpMirrorArgs>? _mirrors;

    /// <summary>Several destinations that get a copy.</summary>
    public InputList<HttpMirrorArgs> Mirrors
    {
        get => _mirrors ??= new();
        set => _mirrors = value;
    }

    /// <summary>Name of the route, for logs.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Answer that sends the client elsewhere.</summary>
    [Input("redirect")]
    public Input<HttpRedirectArgs>? Redirect { get; set; }

    /// <summary>Repetition of failed requests.</summary>
    [Input("retries")]
    public Input<HttpRetryArgs>? Retries { get; set; }

    /// <summary>Change of path and authority before forwarding.</summary>
    [Input("rewrite")]
    public Input<HttpRewriteArgs>? Rewrite { get; set; }

    [Input("route")]
    private InputList<HttpRouteDestinationArgs>? _route;

    /// <summary>Destinations by weight.</summary>
    public InputList<HttpRouteDestinationArgs> Route
    {
        get => _route ??= new();
        set => _route = value;
    }

    /// <summary>Time for the whole answer, e.g. "10s"; default none.</summary>
    [Input("timeout")]
    public Input<string>? Timeout { get; set; }
}

/// <summary>Destination of HTTP requests and its weight.</summary>
public sealed partial class HttpRouteDestinationArgs : ResourceArgs
{
    /// <summary>Service that is called.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Changes to headers for this destination.</summary>
    [Input("headers")]
    public Input<HeadersArgs>? Headers { get; set; }

    /// <summary>Share of the requests relative to the other destinations; a single one gets all.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }
}

/// <summary>Share of the requests in percent.</summary>
public sealed partial class PercentArgs : ResourceArgs
{
    /// <summary>Percent, 0 or 0.0001-100.</summary>
    [Input("value")]
    public Input<double>? Value { get; set; }
}

/// <summary>Replacement in a path by an expression.</summary>
public sealed partial class RegexRewriteArgs : ResourceArgs
{
    /// <summary>RE2 expression for what is replaced.</summary>
    [Input("match", required: true)]
    public Input<string> Match { get; set; } = null!;

    /// <summary>Replacement, with groups as \1.</summary>
    [Input("rewrite", required: true)]
    public Input<string> Rewrite { get; set; } = null!;
}

/// <summary>Body of a direct response: text or bytes.</summary>
public sealed partial class ResponseBodyArgs : ResourceArgs
{
    /// <summary>Bytes of the body in Base64; not with text.</summary>
    [Input("bytes")]
    public Input<string>? Base64 { get; set; }

    /// <summary>Text of the body; not with bytes.</summary>
    [Input("string")]
    public Input<string>? Text { get; set; }
}

/// <summary>Destination of connections and its weight.</summary>
public sealed partial class RouteDestinationArgs : ResourceArgs
{
    /// <summary>Service that is called.</summary>
    [Input("destination", required: true)]
    public Input<DestinationArgs> Destination { get; set; } = null!;

    /// <summary>Share of the connections relative to the other destinations; a single one gets all.</summary>
    [Input("weight")]
    public Input<int>? Weight { get; set; }
}

/// <summary>Match on one string: exact, by prefix or by regular expression.</summary>
public sealed partial class StringMatchArgs : ResourceArgs
{
    /// <summary>Whole string, case-sensitive.</summary>
    [Input("exact")]
    public Input<string>? ExactValue { get; set; }

    /// <summary>Start of the string; "/api" also matches "/apix".</summary>
    [Input("prefix")]
    public Input<string>? PrefixValue { get; set; }

    /// <summary>RE2 expression over the whole string, at most 1024 characters.</summary>
    [Input("regex")]
    public Input<string>? RegexValue { get; set; }
}

/// <summary>Conditions on a TCP connection, all of which must hold.</summary>
public sealed partial class TcpMatchArgs : ResourceArgs
{
    [Input("destinationSubnets")]
    private InputList<string>? _destinationSubnets;

    /// <summary>Addresses or CIDR blocks that were called.</summary>
    public InputList<string> DestinationSubnets
    {
        get => _destinationSubnets ??= new();
        set => _destinationSubnets = value;
    }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways that the match applies at, in place of the VirtualService's.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    /// <summary>Port that was called, 1-65535.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("sourceLabels")]
    private InputMap<string>? _sourceLabels;

    /// <summary>Labels of the calling workload.</summary>
    public InputMap<string> SourceLabels
    {
        get => _sourceLabels ??= new();
        set => _sourceLabels = value;
    }

    /// <summary>Namespace of the calling workload.</summary>
    [Input("sourceNamespace")]
    public Input<string>? SourceNamespace { get; set; }

    /// <summary>CIDR block of the client; in the schema, but without effect.</summary>
    [Input("sourceSubnet")]
    public Input<string>? SourceSubnet { get; set; }
}

/// <summary>Route of TCP connections.</summary>
public sealed partial class TcpRouteArgs : ResourceArgs
{
    [Input("match")]
    private InputList<TcpMatchArgs>? _match;

    /// <summary>Conditions of which one must hold; none means every connection.</summary>
    public InputList<TcpMatchArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    [Input("route")]
    private InputList<RouteDestinationArgs>? _route;

    /// <summary>Destinations by weight.</summary>
    public InputList<RouteDestinationArgs> Route
    {
        get => _route ??= new();
        set => _route = value;
    }
}

/// <summary>Conditions on a TLS connection, all of which must hold.</summary>
public sealed partial class TlsMatchArgs : ResourceArgs
{
    [Input("destinationSubnets")]
    private InputList<string>? _destinationSubnets;

    /// <summary>Addresses or CIDR blocks that were called.</summary>
    public InputList<string> DestinationSubnets
    {
        get => _destinationSubnets ??= new();
        set => _destinationSubnets = value;
    }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways that the match applies at, in place of the VirtualService's.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    /// <summary>Port that was called, 1-65535.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("sniHosts", required: true)]
    private InputList<string>? _sniHosts;

    /// <summary>Server names, with a wildcard prefix at most, within the hosts of the VirtualService.</summary>
    public InputList<string> SniHosts
    {
        get => _sniHosts ??= new();
        set => _sniHosts = value;
    }

    [Input("sourceLabels")]
    private InputMap<string>? _sourceLabels;

    /// <summary>Labels of the calling workload.</summary>
    public InputMap<string> SourceLabels
    {
        get => _sourceLabels ??= new();
        set => _sourceLabels = value;
    }

    /// <summary>Namespace of the calling workload.</summary>
    [Input("sourceNamespace")]
    public Input<string>? SourceNamespace { get; set; }
}

/// <summary>Route of TLS connections that are not ended here.</summary>
public sealed partial class TlsRouteArgs : ResourceArgs
{
    [Input("match", required: true)]
    private InputList<TlsMatchArgs>? _match;

    /// <summary>Conditions of which one must hold.</summary>
    public InputList<TlsMatchArgs> Match
    {
        get => _match ??= new();
        set => _match = value;
    }

    [Input("route")]
    private InputList<RouteDestinationArgs>? _route;

    /// <summary>Destinations by weight.</summary>
    public InputList<RouteDestinationArgs> Route
    {
        get => _route ??= new();
        set => _route = value;
    }
}

/// <summary>Hosts and the routes to take when they are called; at least one of HTTP, TLS and TCP.</summary>
public sealed partial class VirtualServiceSpecArgs : ResourceArgs
{
    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the routes; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways, "namespace/name", that the routes apply at; default "mesh", the sidecars.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    [Input("hosts")]
    private InputList<string>? _hosts;

    /// <summary>Hosts that are routed; empty only in a delegate.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    [Input("http")]
    private InputList<HttpRouteArgs>? _http;

    /// <summary>Routes of HTTP traffic, in order; the first match wins.</summary>
    public InputList<HttpRouteArgs> Http
    {
        get => _http ??= new();
        set => _http = value;
    }

    [Input("tcp")]
    private InputList<TcpRouteArgs>? _tcp;

    /// <summary>Routes of any other traffic, by port.</summary>
    public InputList<TcpRouteArgs> Tcp
    {
        get => _tcp ??= new();
        set => _tcp = value;
    }

    [Input("tls")]
    private InputList<TlsRouteArgs>? _tls;

    /// <summary>Routes of TLS traffic that is not ended here, by SNI.</summary>
    public InputList<TlsRouteArgs> Tls
    {
        get => _tls ??= new();
        set => _tls = value;
    }
}

/// <summary>Where the port of a redirect comes from.</summary>
[EnumType]
public readonly record struct RedirectPort
{
    private readonly string _name;

    private RedirectPort(string name) => _name = name;

    /// <summary>Default of the scheme, 80 or 443.</summary>
    public static RedirectPort FromProtocolDefault { get; } = new("FROM_PROTOCOL_DEFAULT");

    /// <summary>The port that was called.</summary>
    public static RedirectPort FromRequestPort { get; } = new("FROM_REQUEST_PORT");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [FromProtocolDefault._name, FromRequestPort._name];

    /// <summary>Value of a name on the wire.</summary>
    public static RedirectPort Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(RedirectPort value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Treatment of preflight requests from origins that are not allowed.</summary>
[EnumType]
public readonly record struct UnmatchedPreflights
{
    private readonly string _name;

    private UnmatchedPreflights(string name) => _name = name;

    /// <summary>As FORWARD.</summary>
    public static UnmatchedPreflights Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>Sent on to the service.</summary>
    public static UnmatchedPreflights Forward { get; } = new("FORWARD");

    /// <summary>Answered by the proxy without CORS headers.</summary>
    public static UnmatchedPreflights Ignore { get; } = new("IGNORE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Unspecified._name, Forward._name, Ignore._name];

    /// <summary>Value of a name on the wire.</summary>
    public static UnmatchedPreflights Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(UnmatchedPreflights value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
