using Pulumi;

namespace MeshStack.Istio;

/// <summary>Answer that sends the client elsewhere.</summary>
public sealed class HttpRedirectArgs : ResourceArgs
{
    /// <summary>Path to go to; default the one asked for, not with prefixRewrite.</summary>
    [Input("uri")]
    public Input<string>? Uri { get; set; }

    /// <summary>Text in place of the matched prefix of the path; not with uri, and only where all URI matches are prefixes.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("prefixRewrite")]
    public Input<string>? PrefixRewrite { get; set; }

    /// <summary>Host to go to; default the one asked for.</summary>
    [Input("authority")]
    public Input<string>? Authority { get; set; }

    /// <summary>Scheme to go to; default the one asked for.</summary>
    [Input("scheme")]
    public Input<string>? Scheme { get; set; }

    /// <summary>Port to go to, 1-65535; not with derivePort.</summary>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary>Where the port comes from; not with port.</summary>
    [Input("derivePort")]
    public Input<RedirectPort>? DerivePort { get; set; }

    /// <summary>Status of the answer; default 301.</summary>
    [Input("redirectCode")]
    public Input<int>? RedirectCode { get; set; }

    /// <summary>Redirect to a given port.</summary>
    public static HttpRedirectArgs ToPort(
        Input<int> port,
        Input<string>? scheme = null,
        Input<string>? authority = null,
        Input<string>? uri = null,
        Input<int>? redirectCode = null
    ) =>
        new()
        {
            Port = port,
            Scheme = scheme,
            Authority = authority,
            Uri = uri,
            RedirectCode = redirectCode,
        };

    /// <summary>Redirect to a port that follows from the scheme or the request.</summary>
    public static HttpRedirectArgs ToDerivedPort(
        Input<RedirectPort> port,
        Input<string>? scheme = null,
        Input<string>? authority = null,
        Input<string>? uri = null,
        Input<int>? redirectCode = null
    ) =>
        new()
        {
            DerivePort = port,
            Scheme = scheme,
            Authority = authority,
            Uri = uri,
            RedirectCode = redirectCode,
        };
}
