using Pulumi;

namespace MeshStack.Istio;

/// <summary>Keep-alive probes on a connection.</summary>
public sealed class TcpKeepaliveArgs : ResourceArgs
{
    /// <summary>Unanswered probes until the connection counts as dead; default the system's, 9 on Linux.</summary>
    [Input("probes")]
    public Input<int>? Probes { get; set; }

    /// <summary>Idle time before the first probe, e.g. "600s"; default the system's, 2 hours on Linux.</summary>
    [Input("time")]
    public Input<string>? Time { get; set; }

    /// <summary>Time between probes, e.g. "30s"; default the system's, 75 seconds on Linux.</summary>
    [Input("interval")]
    public Input<string>? Interval { get; set; }
}
