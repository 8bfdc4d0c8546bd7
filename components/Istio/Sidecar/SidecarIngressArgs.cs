using Pulumi;

namespace MeshStack.Istio;

/// <summary>Inbound listener of a sidecar.</summary>
public sealed class SidecarIngressArgs : ResourceArgs
{
    /// <summary>Port that is listened on.</summary>
    [Input("port", required: true)]
    public Input<SidecarPortArgs> Port { get; set; } = null!;

    /// <summary>Where traffic goes on to: "127.0.0.1:8080", "0.0.0.0:8080" or a "unix://" path.</summary>
    [Input("defaultEndpoint")]
    public Input<string>? DefaultEndpoint { get; set; }

    /// <summary>Address to listen on; default the workload's.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>How traffic reaches the listener.</summary>
    [Input("captureMode")]
    public Input<CaptureMode>? CaptureMode { get; set; }

    /// <summary>TLS of clients outside the mesh; needs mesh mTLS off at the port.</summary>
    [Input("tls")]
    public Input<ServerTlsSettingsArgs>? Tls { get; set; }

    /// <summary>Limits on connections and requests of this listener.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }
}
