// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
namespace MeshStack.Definition.Istio;

/// <summary>VirtualService spec.http[].corsPolicy.</summary>
internal sealed partial record CorsPolicy : IIstioNode
{
    public bool? AllowCredentials { get; init; }

    public IReadOnlyList<string> AllowHeaders { get; init; } = [];

    public IReadOnlyList<string> AllowMethods { get; init; } = [];

    public IReadOnlyList<string> AllowOrigin { get; init; } = [];

    public IReadOnlyList<StringMatch> AllowOrigins { get; init; } = [];

    public IReadOnlyList<string> ExposeHeaders { get; init; } = [];

    public string? MaxAge { get; init; }

    public string? UnmatchedPreflights { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("allowCredentials", AllowCredentials);
        tree.Add("allowHeaders", AllowHeaders);
        tree.Add("allowMethods", AllowMethods);
        tree.Add("allowOrigin", AllowOrigin);
        tree.Add("allowOrigins", AllowOrigins);
        tree.Add("exposeHeaders", ExposeHeaders);
        tree.Add("maxAge", MaxAge);
        tree.Add("unmatchedPreflights", UnmatchedPreflights);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].delegate.</summary>
internal sealed partial record Delegate : IIstioNode
{
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("name", Name);
        tree.Add("namespace", Namespace);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].directResponse.</summary>
internal sealed partial record DirectResponse : IIstioNode
{
    public ResponseBody? Body { get; init; }

    public int? Status { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("body", Body);
        tree.Add("status", Status);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].fault.abort.</summary>
internal sealed partial record FaultAbort : IIstioNode
{
    public string? GrpcStatus { get; init; }

    public string? Http2Error { get; init; }

    public int? HttpStatus { get; init; }

    public Percent? Percentage { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("grpcStatus", GrpcStatus);
        tree.Add("http2Error", Http2Error);
        tree.Add("httpStatus", HttpStatus);
        tree.Add("percentage", Percentage);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].fault.delay.</summary>
internal sealed partial record FaultDelay : IIstioNode
{
    public string? ExponentialDelay { get; init; }

    public string? FixedDelay { get; init; }

    public int? Percent { get; init; }

    public Percent? Percentage { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("exponentialDelay", ExponentialDelay);
        tree.Add("fixedDelay", FixedDelay);
        tree.Add("percent", Percent);
        tree.Add("percentage", Percentage);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].headers.request.</summary>
internal sealed partial record HeaderOperations : IIstioNode
{
    public IReadOnlyDictionary<string, string>? Add { get; init; }

    public IReadOnlyList<string> Remove { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Set { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("add", Add);
        tree.Add("remove", Remove);
        tree.Add("set", Set);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].headers.</summary>
internal sealed partial record Headers : IIstioNode
{
    public HeaderOperations? Request { get; init; }

    public HeaderOperations? Response { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("request", Request);
        tree.Add("response", Response);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].fault.</summary>
internal sealed partial record HttpFault : IIstioNode
{
    public FaultAbort? Abort { get; init; }

    public FaultDelay? Delay { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("abort", Abort);
        tree.Add("delay", Delay);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].match[].</summary>
internal sealed partial record HttpMatch : IIstioNode
{
    public StringMatch? Authority { get; init; }

    public IReadOnlyList<string> Gateways { get; init; } = [];

    public IReadOnlyDictionary<string, StringMatch>? Headers { get; init; }

    public bool? IgnoreUriCase { get; init; }

    public StringMatch? Method { get; init; }

    public string? Name { get; init; }

    public int? Port { get; init; }

    public IReadOnlyDictionary<string, StringMatch>? QueryParams { get; init; }

    public StringMatch? Scheme { get; init; }

    public IReadOnlyDictionary<string, string>? SourceLabels { get; init; }

    public string? SourceNamespace { get; init; }

    public string? StatPrefix { get; init; }

    public StringMatch? Uri { get; init; }

    public IReadOnlyDictionary<string, StringMatch>? WithoutHeaders { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("authority", Authority);
        tree.Add("gateways", Gateways);
        tree.Add("headers", Headers);
        tree.Add("ignoreUriCase", IgnoreUriCase);
        tree.Add("method", Method);
        tree.Add("name", Name);
        tree.Add("port", Port);
        tree.Add("queryParams", QueryParams);
        tree.Add("scheme", Scheme);
        tree.Add("sourceLabels", SourceLabels);
        tree.Add("sourceNamespace", SourceNamespace);
        tree.Add("statPrefix", StatPrefix);
        tree.Add("uri", Uri);
        tree.Add("withoutHeaders", WithoutHeaders);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].mirrors[].</summary>
internal sealed partial record HttpMirror : IIstioNode
{
    public Destination? Destination { get; init; }

    public Percent? Percentage { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("destination", Destination);
        tree.Add("percentage", Percentage);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].redirect.</summary>
internal sealed partial record HttpRedirect : IIstioNode
{
    public string? Authority { get; init; }

    public string? DerivePort { get; init; }

    public int? Port { get; init; }

    public string? PrefixRewrite { get; init; }

    public int? RedirectCode { get; init; }

    public string? Scheme { get; init; }

    public string? Uri { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("authority", Authority);
        tree.Add("derivePort", DerivePort);
        tree.Add("port", Port);
        tree.Add("prefixRewrite", PrefixRewrite);
        tree.Add("redirectCode", RedirectCode);
        tree.Add("scheme", Scheme);
        tree.Add("uri", Uri);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].retries.</summary>
internal sealed partial record HttpRetry : IIstioNode
{
    public int? Attempts { get; init; }

    public string? Backoff { get; init; }

    public string? PerTryTimeout { get; init; }

    public bool? RetryIgnorePreviousHosts { get; init; }

    public string? RetryOn { get; init; }

    public bool? RetryRemoteLocalities { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("attempts", Attempts);
        tree.Add("backoff", Backoff);
        tree.Add("perTryTimeout", PerTryTimeout);
        tree.Add("retryIgnorePreviousHosts", RetryIgnorePreviousHosts);
        tree.Add("retryOn", RetryOn);
        tree.Add("retryRemoteLocalities", RetryRemoteLocalities);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].rewrite.</summary>
internal sealed partial record HttpRewrite : IIstioNode
{
    public string? Authority { get; init; }

    public string? Uri { get; init; }

    public RegexRewrite? UriRegexRewrite { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("authority", Authority);
        tree.Add("uri", Uri);
        tree.Add("uriRegexRewrite", UriRegexRewrite);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].</summary>
internal sealed partial record HttpRoute : IIstioNode
{
    public CorsPolicy? CorsPolicy { get; init; }

    public Delegate? Delegate { get; init; }

    public DirectResponse? DirectResponse { get; init; }

    public HttpFault? Fault { get; init; }

    public Headers? Headers { get; init; }

    public IReadOnlyList<HttpMatch> Match { get; init; } = [];

    public Destination? Mirror { get; init; }

    public int? MirrorPercent { get; init; }

    public Percent? MirrorPercentage { get; init; }

    public int? MirrorPercentUnderscored { get; init; }

    public IReadOnlyList<HttpMirror> Mirrors { get; init; } = [];

    public string? Name { get; init; }

    public HttpRedirect? Redirect { get; init; }

    public HttpRetry? Retries { get; init; }

    public HttpRewrite? Rewrite { get; init; }

    public IReadOnlyList<HttpRouteDestination> Route { get; init; } = [];

    public string? Timeout { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("corsPolicy", CorsPolicy);
        tree.Add("delegate", Delegate);
        tree.Add("directResponse", DirectResponse);
        tree.Add("fault", Fault);
        tree.Add("headers", Headers);
        tree.Add("match", Match);
        tree.Add("mirror", Mirror);
        tree.Add("mirrorPercent", MirrorPercent);
        tree.Add("mirrorPercentage", MirrorPercentage);
        tree.Add("mirror_percent", MirrorPercentUnderscored);
        tree.Add("mirrors", Mirrors);
        tree.Add("name", Name);
        tree.Add("redirect", Redirect);
        tree.Add("retries", Retries);
        tree.Add("rewrite", Rewrite);
        tree.Add("route", Route);
        tree.Add("timeout", Timeout);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].route[].</summary>
internal sealed partial record HttpRouteDestination : IIstioNode
{
    public Destination? Destination { get; init; }

    public Headers? Headers { get; init; }

    public int? Weight { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("destination", Destination);
        tree.Add("headers", Headers);
        tree.Add("weight", Weight);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].mirrorPercentage.</summary>
internal sealed partial record Percent : IIstioNode
{
    public double? Value { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("value", Value);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].rewrite.uriRegexRewrite.</summary>
internal sealed partial record RegexRewrite : IIstioNode
{
    public string? Match { get; init; }

    public string? Rewrite { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("match", Match);
        tree.Add("rewrite", Rewrite);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].directResponse.body.</summary>
internal sealed partial record ResponseBody : IIstioNode
{
    public string? Base64 { get; init; }

    public string? Text { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("bytes", Base64);
        tree.Add("string", Text);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.tcp[].route[].</summary>
internal sealed partial record RouteDestination : IIstioNode
{
    public Destination? Destination { get; init; }

    public int? Weight { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("destination", Destination);
        tree.Add("weight", Weight);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.http[].match[].uri.</summary>
internal sealed partial record StringMatch : IIstioNode
{
    public string? ExactValue { get; init; }

    public string? PrefixValue { get; init; }

    public string? RegexValue { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("exact", ExactValue);
        tree.Add("prefix", PrefixValue);
        tree.Add("regex", RegexValue);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.tcp[].match[].</summary>
internal sealed partial record TcpMatch : IIstioNode
{
    public IReadOnlyList<string> DestinationSubnets { get; init; } = [];

    public IReadOnlyList<string> Gateways { get; init; } = [];

    public int? Port { get; init; }

    public IReadOnlyDictionary<string, string>? SourceLabels { get; init; }

    public string? SourceNamespace { get; init; }

    public string? SourceSubnet { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("destinationSubnets", DestinationSubnets);
        tree.Add("gateways", Gateways);
        tree.Add("port", Port);
        tree.Add("sourceLabels", SourceLabels);
        tree.Add("sourceNamespace", SourceNamespace);
        tree.Add("sourceSubnet", SourceSubnet);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.tcp[].</summary>
internal sealed partial record TcpRoute : IIstioNode
{
    public IReadOnlyList<TcpMatch> Match { get; init; } = [];

    public IReadOnlyList<RouteDestination> Route { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("match", Match);
        tree.Add("route", Route);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.tls[].match[].</summary>
internal sealed partial record TlsMatch : IIstioNode
{
    public IReadOnlyList<string> DestinationSubnets { get; init; } = [];

    public IReadOnlyList<string> Gateways { get; init; } = [];

    public int? Port { get; init; }

    public IReadOnlyList<string> SniHosts { get; init; } = [];

    public IReadOnlyDictionary<string, string>? SourceLabels { get; init; }

    public string? SourceNamespace { get; init; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("destinationSubnets", DestinationSubnets);
        tree.Add("gateways", Gateways);
        tree.Add("port", Port);
        tree.Add("sniHosts", SniHosts);
        tree.Add("sourceLabels", SourceLabels);
        tree.Add("sourceNamespace", SourceNamespace);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.tls[].</summary>
internal sealed partial record TlsRoute : IIstioNode
{
    public IReadOnlyList<TlsMatch> Match { get; init; } = [];

    public IReadOnlyList<RouteDestination> Route { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("match", Match);
        tree.Add("route", Route);
        return tree.ToTree();
    }
}

/// <summary>VirtualService spec.</summary>
internal sealed partial record VirtualServiceSpec : IIstioNode
{
    public IReadOnlyList<string> ExportTo { get; init; } = [];

    public IReadOnlyList<string> Gateways { get; init; } = [];

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<HttpRoute> Http { get; init; } = [];

    public IReadOnlyList<TcpRoute> Tcp { get; init; } = [];

    public IReadOnlyList<TlsRoute> Tls { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object> ToTree()
    {
        var tree = new TreeBuilder();
        tree.Add("exportTo", ExportTo);
        tree.Add("gateways", Gateways);
        tree.Add("hosts", Hosts);
        tree.Add("http", Http);
        tree.Add("tcp", Tcp);
        tree.Add("tls", Tls);
        return tree.ToTree();
    }
}

internal static class RedirectPort
{
    public const string FromProtocolDefault = "FROM_PROTOCOL_DEFAULT";
    public const string FromRequestPort = "FROM_REQUEST_PORT";
}

internal static class UnmatchedPreflights
{
    public const string Unspecified = "UNSPECIFIED";
    public const string Forward = "FORWARD";
    public const string Ignore = "IGNORE";
}
