using Pulumi;

namespace MeshStack.Istio;

/// <summary>Region that takes over from another one.</summary>
public sealed class LocalityFailoverArgs : ResourceArgs
{
    /// <summary>Region of the clients.</summary>
    [Input("from")]
    public Input<string>? From { get; set; }

    /// <summary>Region that is called when their own is unhealthy.</summary>
    [Input("to")]
    public Input<string>? To { get; set; }
}
