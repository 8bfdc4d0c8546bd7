using Pulumi;

namespace MeshStack.Istio;

/// <summary>Listener of a gateway.</summary>
public sealed class GatewayServerArgs : ResourceArgs
{
    /// <summary>Name, unique within the gateway.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Port that is listened on.</summary>
    [Input("port", required: true)]
    public Input<GatewayPortArgs> Port { get; set; } = null!;

    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    /// <summary>Hosts that are served, "namespace/host" with "*" as prefix; never short names.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    /// <summary>TLS; required for HTTPS and TLS ports.</summary>
    [Input("tls")]
    public Input<ServerTlsSettingsArgs>? Tls { get; set; }

    /// <summary>Address to listen on; default all.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>Local address that gets traffic without a route; in the schema, but without effect.</summary>
    [Input("defaultEndpoint")]
    public Input<string>? DefaultEndpoint { get; set; }
}
