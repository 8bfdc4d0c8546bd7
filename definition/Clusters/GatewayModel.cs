using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A gateway as the objects that use it see it.</summary>
/// <param name="Name">Name of its Service, for example <c>istio-eastwestgateway</c>.</param>
/// <param name="Namespace">Namespace it runs in.</param>
/// <param name="Label">What it is for: the label <c>istio</c> of its pods, where MeshStack made it.</param>
/// <param name="Address">Where clients reach it: an IP address or a host name; null when nothing asks for it.</param>
public sealed record GatewayModel(string Name, string Namespace, string Label, TextValue? Address)
{
    /// <summary>Port of the load balancer for mTLS between clusters.</summary>
    public const int CrossClusterPort = 15443;

    /// <summary>Port of an ingress gateway for clients outside the mesh.</summary>
    internal const int HttpsPort = 443;

    /// <summary>Port of an ingress gateway for plain HTTP.</summary>
    internal const int HttpPort = 80;

    /// <summary>Name of the east-west gateway that an installation makes.</summary>
    internal const string EastWestName = "istio-eastwestgateway";

    /// <summary>Name of the ingress gateway that an installation makes.</summary>
    internal const string IngressName = "istio-ingressgateway";

    /// <summary>Labels of its pods, by which objects of Istio choose it.</summary>
    public IReadOnlyDictionary<string, string> Selector { get; init; } = new Dictionary<string, string> { ["istio"] = Label };

    /// <summary>Its service account, which servers behind it see.</summary>
    public string ServiceAccount { get; init; } = Name;

    /// <summary>What makes the gateway, where something of the plan does.</summary>
    public ImmutableArray<ResourceId> Ready { get; init; } = [];

    /// <summary>Host name of its Service within the cluster.</summary>
    internal string Host => ServiceDns.HostOf(Name, Namespace);

    /// <summary>The east-west gateway that an installation makes.</summary>
    /// <param name="address">Where clients reach it.</param>
    /// <param name="namespace">Namespace of the istiod that serves it.</param>
    public static GatewayModel EastWest(TextValue? address, string @namespace = IstioNamespaces.System) =>
        new(EastWestName, @namespace, "eastwestgateway", address);

    /// <summary>The ingress gateway that an installation makes.</summary>
    public static GatewayModel Ingress(TextValue? address) => new(IngressName, IstioNamespaces.Ingress, "ingressgateway", address);

    /// <summary>A further ingress gateway that an installation makes.</summary>
    public static GatewayModel NamedIngress(string name, TextValue? address) => new("istio-" + name, "istio-" + name, name, address);

    /// <summary>The egress gateway that an installation makes.</summary>
    public static GatewayModel Egress(TextValue? address) => new("istio-egressgateway", IstioNamespaces.Egress, "egressgateway", address);
}
