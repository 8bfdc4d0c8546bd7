using Pulumi;

namespace MeshStack.Istio;

/// <summary>Hosts and the routes to take when they are called; at least one of HTTP, TLS and TCP.</summary>
public sealed class VirtualServiceSpecArgs : ResourceArgs
{
    [Input("hosts")]
    private InputList<string>? _hosts;

    /// <summary>Hosts that are routed; empty only in a delegate.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    [Input("gateways")]
    private InputList<string>? _gateways;

    /// <summary>Gateways, "namespace/name", that the routes apply at; default "mesh", the sidecars.</summary>
    public InputList<string> Gateways
    {
        get => _gateways ??= new();
        set => _gateways = value;
    }

    [Input("http")]
    private InputList<HttpRouteArgs>? _http;

    /// <summary>Routes of HTTP traffic, in order; the first match wins.</summary>
    public InputList<HttpRouteArgs> Http
    {
        get => _http ??= new();
        set => _http = value;
    }

    [Input("tls")]
    private InputList<TlsRouteArgs>? _tls;

    /// <summary>Routes of TLS traffic that is not ended here, by SNI.</summary>
    public InputList<TlsRouteArgs> Tls
    {
        get => _tls ??= new();
        set => _tls = value;
    }

    [Input("tcp")]
    private InputList<TcpRouteArgs>? _tcp;

    /// <summary>Routes of any other traffic, by port.</summary>
    public InputList<TcpRouteArgs> Tcp
    {
        get => _tcp ??= new();
        set => _tcp = value;
    }

    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the routes; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }
}
