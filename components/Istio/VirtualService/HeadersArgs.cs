using Pulumi;

namespace MeshStack.Istio;

/// <summary>Changes to headers of requests and responses.</summary>
public sealed class HeadersArgs : ResourceArgs
{
    /// <summary>Changes to the request.</summary>
    [Input("request")]
    public Input<HeaderOperationsArgs>? Request { get; set; }

    /// <summary>Changes to the response.</summary>
    [Input("response")]
    public Input<HeaderOperationsArgs>? Response { get; set; }
}
