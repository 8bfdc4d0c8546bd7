using Pulumi;

namespace MeshStack.Istio;

/// <summary>Change of path and authority before forwarding.</summary>
public sealed class HttpRewriteArgs : ResourceArgs
{
    /// <summary>New path, or new start of it after a prefix match; not with a regex rewrite.</summary>
    [Input("uri")]
    public Input<string>? Uri { get; set; }

    /// <summary>New authority.</summary>
    [Input("authority")]
    public Input<string>? Authority { get; set; }

    /// <summary>Change of the path by an expression.</summary>
    [Input("uriRegexRewrite")]
    public Input<RegexRewriteArgs>? UriRegexRewrite { get; set; }
}
