// Made from manifests/Crds/Tables by build/Generate; to make it anew: tests/accept.
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Istio;

/// <summary>What the sidecars of a namespace accept and reach (networking.istio.io/v1).</summary>
public sealed class Sidecar(string name, SidecarArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);

/// <summary>Arguments of a <see cref="Sidecar"/>.</summary>
public sealed class SidecarArgs() : CustomResourceArgs("networking.istio.io/v1", "Sidecar")
{
    /// <summary>What the object says.</summary>
    [Input("spec", required: true)]
    public Input<SidecarSpecArgs> Spec { get; set; } = null!;
}

/// <summary>Treatment of hosts that the registry does not know.</summary>
public sealed partial class OutboundTrafficPolicyArgs : ResourceArgs
{
    /// <summary>Service, port included, that calls to unknown hosts go to; ALLOW_ANY only.</summary>
    [Input("egressProxy")]
    public Input<DestinationArgs>? EgressProxy { get; set; }

    /// <summary>Whether unknown hosts can be called.</summary>
    [Input("mode")]
    public Input<OutboundTrafficMode>? Mode { get; set; }
}

/// <summary>Outbound listener of a sidecar.</summary>
public sealed partial class SidecarEgressArgs : ResourceArgs
{
    /// <summary>Address or "unix://" path to listen on; default chosen by the proxy.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>How traffic reaches the listener.</summary>
    [Input("captureMode")]
    public Input<CaptureMode>? CaptureMode { get; set; }

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
}

/// <summary>Inbound listener of a sidecar.</summary>
public sealed partial class SidecarIngressArgs : ResourceArgs
{
    /// <summary>Address to listen on; default the workload's.</summary>
    [Input("bind")]
    public Input<string>? Bind { get; set; }

    /// <summary>How traffic reaches the listener.</summary>
    [Input("captureMode")]
    public Input<CaptureMode>? CaptureMode { get; set; }

    /// <summary>Limits on connections and requests of this listener.</summary>
    [Input("connectionPool")]
    public Input<ConnectionPoolSettingsArgs>? ConnectionPool { get; set; }

    /// <summary>Where traffic goes on to: "127.0.0.1:8080", "0.0.0.0:8080" or a "unix://" path.</summary>
    [Input("defaultEndpoint")]
    public Input<string>? DefaultEndpoint { get; set; }

    /// <summary>Port that is listened on.</summary>
    [Input("port", required: true)]
    public Input<SidecarPortArgs> Port { get; set; } = null!;

    /// <summary>TLS of clients outside the mesh; needs mesh mTLS off at the port.</summary>
    [Input("tls")]
    public Input<ServerTlsSettingsArgs>? Tls { get; set; }
}

/// <summary>Port that a sidecar listens on.</summary>
public sealed partial class SidecarPortArgs : ResourceArgs
{
    /// <summary>Name of the port.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Port number, 1-65535; 0 for a Unix socket.</summary>
    [Input("number")]
    public Input<int>? Number { get; set; }

    /// <summary>HTTP, HTTPS, HTTP2, GRPC, MONGO, TCP or TLS.</summary>
    [Input("protocol")]
    public Input<string>? Protocol { get; set; }

    /// <summary>Port of the workload; in the schema, but without effect.</summary>
    [Input("targetPort")]
    public Input<int>? TargetPort { get; set; }
}

/// <summary>Inbound and outbound listeners of sidecars; not empty.</summary>
public sealed partial class SidecarSpecArgs : ResourceArgs
{
    [Input("egress")]
    private InputList<SidecarEgressArgs>? _egress;

    /// <summary>Outbound listeners; default all that is visible.</summary>
    public InputList<SidecarEgressArgs> Egress
    {
        get => _egress ??= new();
        set => _egress = value;
    }

    /// <summary>Limits on inbound connections and requests.</summary>
    [Input("inboundConnectionPool")]
    public Input<ConnectionPoolSettingsArgs>? InboundConnectionPool { get; set; }

    [Input("ingress")]
    private InputList<SidecarIngressArgs>? _ingress;

    /// <summary>Inbound listeners; default those of the workload's services.</summary>
    public InputList<SidecarIngressArgs> Ingress
    {
        get => _ingress ??= new();
        set => _ingress = value;
    }

    /// <summary>Treatment of unknown hosts; default the mesh's setting.</summary>
    [Input("outboundTrafficPolicy")]
    public Input<OutboundTrafficPolicyArgs>? OutboundTrafficPolicy { get; set; }

    /// <summary>Workloads that it is for; default all of the namespace.</summary>
    [Input("workloadSelector")]
    public Input<WorkloadSelectorArgs>? WorkloadSelector { get; set; }
}

/// <summary>How traffic reaches a listener.</summary>
[EnumType]
public readonly record struct CaptureMode
{
    private readonly string _name;

    private CaptureMode(string name) => _name = name;

    /// <summary>As the environment does it.</summary>
    public static CaptureMode Default { get; } = new("DEFAULT");

    /// <summary>Redirected by iptables.</summary>
    public static CaptureMode Iptables { get; } = new("IPTABLES");

    /// <summary>Sent to the listener by the application.</summary>
    public static CaptureMode None { get; } = new("NONE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Default._name, Iptables._name, None._name];

    /// <summary>Value of a name on the wire.</summary>
    public static CaptureMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(CaptureMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}

/// <summary>Whether hosts that the registry does not know can be called.</summary>
[EnumType]
public readonly record struct OutboundTrafficMode
{
    private readonly string _name;

    private OutboundTrafficMode(string name) => _name = name;

    /// <summary>Only known hosts.</summary>
    public static OutboundTrafficMode RegistryOnly { get; } = new("REGISTRY_ONLY");

    /// <summary>Any host.</summary>
    public static OutboundTrafficMode AllowAny { get; } = new("ALLOW_ANY");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [RegistryOnly._name, AllowAny._name];

    /// <summary>Value of a name on the wire.</summary>
    public static OutboundTrafficMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(OutboundTrafficMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
