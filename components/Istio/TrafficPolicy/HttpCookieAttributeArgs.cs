using Pulumi;

namespace MeshStack.Istio;

/// <summary>Attribute of a cookie that the proxy makes.</summary>
public sealed class HttpCookieAttributeArgs : ResourceArgs
{
    /// <summary>Name of the attribute.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Value of the attribute.</summary>
    [Input("value")]
    public Input<string>? Value { get; set; }
}
