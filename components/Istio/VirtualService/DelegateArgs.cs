using Pulumi;

namespace MeshStack.Istio;

/// <summary>VirtualService whose routes take over.</summary>
public sealed class DelegateArgs : ResourceArgs
{
    /// <summary>Name of the VirtualService, which must have no hosts.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Namespace of the VirtualService; default that of the delegating one.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}
