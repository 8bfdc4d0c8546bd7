using Pulumi;

namespace MeshStack.Istio;

/// <summary>Faults put into HTTP requests for tests.</summary>
public sealed class HttpFaultArgs : ResourceArgs
{
    /// <summary>Delay before forwarding.</summary>
    [Input("delay")]
    public Input<FaultDelayArgs>? Delay { get; set; }

    /// <summary>Error in place of forwarding.</summary>
    [Input("abort")]
    public Input<FaultAbortArgs>? Abort { get; set; }
}
