using Pulumi;

namespace MeshStack.Istio;

/// <summary>Port of a service by number.</summary>
public sealed class PortSelectorArgs : ResourceArgs
{
    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;
}
