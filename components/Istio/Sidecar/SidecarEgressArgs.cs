using Pulumi;

namespace MeshStack.Istio;

/// <summary>Outbound listener of a sidecar.</summary>
public sealed class SidecarEgressArgs : ResourceArgs
{
    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    /// <summary>Services that can be reached, "namespace/host"; "." for its own namespace, "*" for any, "~" for none.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    /// <summary>Port that is listened on; default all ports of the hosts.</summary>
    [Input("port")]
    public Input<SidecarPortArgs>? Port { get; set; }

    /// <summary>Address or "unix://" path to listen on; default chosen by the proxy.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>How traffic reaches the listener.</summary>
    [Input("captureMode")]
    public Input<CaptureMode>? CaptureMode { get; set; }
}
