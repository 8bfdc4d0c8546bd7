using Pulumi;

namespace MeshStack.Istio;

/// <summary>Service, subset and port that traffic goes to.</summary>
public sealed class DestinationArgs : ResourceArgs
{
    /// <summary>Name in the service registry; a short name resolves in the namespace of the object.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>Subset of the host's DestinationRule.</summary>
    [Input("subset")]
    public Input<string>? Subset { get; set; }

    /// <summary>Port of the host; may be left out when the host has one port.</summary>
    [Input("port")]
    public Input<PortSelectorArgs>? Port { get; set; }
}
