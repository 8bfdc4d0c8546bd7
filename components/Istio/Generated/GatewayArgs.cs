// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>Listeners of a gateway at the edge of the mesh (networking.istio.io/v1).</summary>
public sealed class Gateway(string name, GatewayArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="Gateway"/>.</summary>
public sealed class GatewayArgs() : CustomResourceArgs("networking.istio.io/v1", "Gateway")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<GatewaySpecArgs> Spec { get; set; } = null!;
}

/// <summary>Port that a gateway listens on.</summary>
public sealed partial class GatewayPortArgs : ResourceArgs
{
    /// <summary>Name, unique within the gateway.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Port number, 1-65535.</summary>
    [Input("number", required: true)]
    public Input<int> Number { get; set; } = null!;

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, GRPC-WEB, MONGO, TCP or TLS.</summary>
    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;

    /// <summary>Port of the pods; in the schema, but istiod refuses it here.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}

/// <summary>Listener of a gateway.</summary>
public sealed partial class GatewayServerArgs : ResourceArgs
{
    /// <summary>Address to listen on; default all.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>Local address that gets traffic without a route; in the schema, but without effect.</summary>
    [Input("defaultEndpoint")]
    public Input<string>? DefaultEndpoint { get; set; }

    [Input("hosts", required: true)]
    private InputList<string>? _hosts;

    /// <summary>Hosts that are served, "namespace/host" with "*" as prefix; never short names.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    /// <summary>Name, unique within the gateway.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Port that is listened on.</summary>
    [Input("port", required: true)]
    public Input<GatewayPortArgs> Port { get; set; } = null!;

    /// <summary>TLS; required for HTTPS and TLS ports.</summary>
    [Input("tls")]
    public Input<ServerTlsSettingsArgs>? Tls { get; set; }
}

/// <summary>Gateway workloads and what they listen on.</summary>
public sealed partial class GatewaySpecArgs : ResourceArgs
{
    [Input("selector")]
    private InputMap<string>? _selector;

    /// <summary>Labels of the gateway's pods.</summary>
    public InputMap<string> Selector
    {
        get => _selector ??= new();
        set => _selector = value;
    }

    [Input("servers", required: true)]
    private InputList<GatewayServerArgs>? _servers;

    /// <summary>Listeners, at least one.</summary>
    public InputList<GatewayServerArgs> Servers
    {
        get => _servers ??= new();
        set => _servers = value;
    }
}
