using Pulumi;

namespace MeshStack.Istio;

/// <summary>Cookie that keeps a client at its endpoint.</summary>
public sealed class HttpCookieArgs : ResourceArgs
{
    /// <summary>Name of the cookie.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Path that the cookie is set for.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>Lifetime of a cookie that the proxy makes, e.g. "3600s"; "0s" for the session.</summary>
    [Input("ttl")]
    public Input<string>? Ttl { get; set; }

    [Input("attributes")]
    private InputList<HttpCookieAttributeArgs>? _attributes;

    /// <summary>Further attributes, such as SameSite.</summary>
    public InputList<HttpCookieAttributeArgs> Attributes
    {
        get => _attributes ??= new();
        set => _attributes = value;
    }
}
