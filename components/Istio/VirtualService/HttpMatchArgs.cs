using Pulumi;

namespace MeshStack.Istio;

/// <summary>Conditions on a request, all of which must hold.</summary>
public sealed class HttpMatchArgs : ResourceArgs
{
    /// <summary>Name of the match, for logs.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Path without query, case-sensitive.</summary>
    [Input("uri")]
    public Input<StringMatchArgs>? Uri { get; set; }

    /// <summary>Whether exact and prefix matches of the path ignore case; default false.</summary>
    [Input("ignoreUriCase")]
    public Input<bool>? IgnoreUriCase { get; set; }

    /// <summary>Scheme, such as "https".</summary>
    [Input("scheme")]
    public Input<StringMatchArgs>? Scheme { get; set; }

    /// <summary>Method, such as "GET".</summary>
    [Input("method")]
    public Input<StringMatchArgs>? Method { get; set; }

    /// <summary>Host that was asked for.</summary>
    [Input("authority")]
    public Input<StringMatchArgs>? Authority { get; set; }

    [Input("headers")]
    private InputMap<StringMatchArgs>? _headers;

    /// <summary>Headers by lower-case name.</summary>
    public InputMap<StringMatchArgs> Headers
    {
        get => _headers ??= new();
        set => _headers = value;
    }

    [Input("withoutHeaders")]
    private InputMap<StringMatchArgs>? _withoutHeaders;

    /// <summary>Headers that must not match, by lower-case name.</summary>
    public InputMap<StringMatchArgs> WithoutHeaders
    {
        get => _withoutHeaders ??= new();
        set => _withoutHeaders = value;
    }

    [Input("queryParams")]
    private InputMap<StringMatchArgs>? _queryParams;

    /// <summary>Query parameters by name.</summary>
    public InputMap<StringMatchArgs> QueryParams
    {
        get => _queryParams ??= new();
        set => _queryParams = value;
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

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways that the match applies at, in place of the VirtualService's.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    /// <summary>Prefix of the route's statistics.</summary>
    [Input("statPrefix")]
    public Input<string>? StatPrefix { get; set; }
}
