using Pulumi;

namespace MeshStack;

/// <summary>A gateway as the objects that use it see it.</summary>
/// <param name="Name">Name of its Service, for example <c>istio-eastwestgateway</c>.</param>
/// <param name="Namespace">Namespace it runs in.</param>
/// <param name="Label">What it is for: the label <c>istio</c> of its pods, where MeshStack made it.</param>
/// <param name="Address">Where clients reach it: an IP address or a host name; null when nothing asks for it.</param>
public sealed record MeshGateway(string Name, string Namespace, string Label, Input<string>? Address)
{
    /// <summary>Port of the load balancer for mTLS between clusters.</summary>
    public const int CrossClusterPort = GatewayModel.CrossClusterPort;

    /// <summary>Labels of its pods, by which objects of Istio choose it.</summary>
    /// <value>Defaults to the label <c>istio</c> with <see cref="Label"/>.</value>
    public IReadOnlyDictionary<string, string> Selector { get; init; } = new Dictionary<string, string> { ["istio"] = Label };

    /// <summary>Its service account, which servers behind it see.</summary>
    /// <value>Defaults to <see cref="Name"/>.</value>
    public string ServiceAccount { get; init; } = Name;

    /// <summary>What makes the gateway, where a component of MeshStack does.</summary>
    internal IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>The east-west gateway that <see cref="IstioInstall"/> makes.</summary>
    /// <param name="address">Where clients reach it.</param>
    /// <param name="namespace">Namespace of the istiod that serves it.</param>
    public static MeshGateway EastWest(Input<string>? address, string @namespace = IstioInstall.SystemNamespace) =>
        From(GatewayModel.EastWest(null, @namespace), address);

    /// <summary>The ingress gateway that <see cref="IstioInstall"/> makes.</summary>
    public static MeshGateway Ingress(Input<string>? address) => From(GatewayModel.Ingress(null), address);

    /// <summary>A further ingress gateway that <see cref="IstioInstall"/> makes.</summary>
    public static MeshGateway NamedIngress(string name, Input<string>? address) => From(GatewayModel.NamedIngress(name, null), address);

    /// <summary>The egress gateway that <see cref="IstioInstall"/> makes.</summary>
    public static MeshGateway Egress(Input<string>? address) => From(GatewayModel.Egress(null), address);

    private static MeshGateway From(GatewayModel gateway, Input<string>? address) =>
        new(gateway.Name, gateway.Namespace, gateway.Label, address);
}
