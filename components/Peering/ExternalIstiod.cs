using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>The gateway and routes by which other clusters reach the istiod that one cluster hosts for them.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/external-controlplane/#set-up-the-control-plane-in-the-external-cluster.</remarks>
internal sealed class ExternalIstiod(ControlPlane host, ExternalIstiodArgs args, string revision, Resource parent)
{
    private const string Name = "external-istiod";

    // Where every proxy has the root of its mesh.
    private const string MeshRoot = "/var/run/secrets/istio/root-cert.pem";

    /// <summary>The gateway, apart from the ingress gateway, so that clients of services and proxies do not share a door.</summary>
    public static MeshGateway GatewayOf(ExternalIstiodArgs args) => new("istio-controlplanegateway", IstioInstall.SystemNamespace, "controlplanegateway", args.Gateway.Address);

    /// <summary>The objects, after <paramref name="istiod"/> runs.</summary>
    public IReadOnlyList<Resource> Expose(Resource istiod) => [Gateway(istiod), Route(istiod), Tls(istiod)];

    private string Service => $"{ServiceName}.cluster.local";

    /// <summary>The name that istiod's certificate has, whatever its clients call it.</summary>
    private string ServiceName => $"{RevisionSet.IstiodName(revision)}.{IstioInstall.ExternalNamespace}.svc";

    private static ObjectMetaArgs Metadata(string suffix) => new() { Name = Name + suffix, Namespace = IstioInstall.ExternalNamespace };

    private Gateway Gateway(Resource istiod) => new(
        $"{host.Cluster.Name}-{Name}-gw",
        new GatewayArgs
        {
            Metadata = Metadata("-gw"),
            Spec = new GatewaySpecArgs
            {
                Selector = { ["istio"] = GatewayOf(args).Label },
                Servers = new[] { Server(ExposedIstiod.DiscoveryPort, "https-xds"), Server(ExposedIstiod.WebhookPort, "https-webhook") },
            },
        },
        host.Owned(parent, istiod));

    private GatewayServerArgs Server(int port, string name) => new()
    {
        Port = new GatewayPortArgs { Number = port, Name = name, Protocol = "HTTPS" },
        Tls = ServerTlsSettingsArgs.Simple(args.Credential),
        Hosts = { args.Host },
    };

    private VirtualService Route(Resource istiod) => new(
        $"{host.Cluster.Name}-{Name}-vs",
        new VirtualServiceArgs
        {
            Metadata = Metadata("-vs"),
            Spec = new VirtualServiceSpecArgs
            {
                Hosts = { args.Host },
                Gateways = { Name + "-gw" },
                Http = new[] { To(ExposedIstiod.DiscoveryPort, ExposedIstiod.DiscoveryPort), To(ExposedIstiod.WebhookPort, 443) },
            },
        },
        host.Owned(parent, istiod));

    private HttpRouteArgs To(int port, int destination) => new()
    {
        Match = new HttpMatchArgs { Port = port },
        Route = new HttpRouteDestinationArgs
        {
            Destination = new DestinationArgs { Host = Service, Port = new PortSelectorArgs { Number = destination } },
        },
    };

    /// <summary>istiod ends TLS with certificates of the mesh's own CA on both ports, and speaks gRPC on the first.</summary>
    /// <remarks>Without a CA the gateway would verify it by the operating system's, and without a name by the host that was asked for: cluster_tls.go of istio/istio.</remarks>
    private DestinationRule Tls(Resource istiod) => new(
        $"{host.Cluster.Name}-{Name}-dr",
        new DestinationRuleArgs
        {
            Metadata = Metadata("-dr"),
            Spec = new DestinationRuleSpecArgs
            {
                Host = Service,
                TrafficPolicy = new TrafficPolicyArgs
                {
                    PortLevelSettings = new[]
                    {
                        new PortTrafficPolicyArgs
                        {
                            Port = new PortSelectorArgs { Number = ExposedIstiod.DiscoveryPort },
                            Tls = Verified(),
                            ConnectionPool = new ConnectionPoolSettingsArgs { Http = new HttpConnectionPoolArgs { H2UpgradePolicy = H2UpgradePolicy.Upgrade } },
                        },
                        new PortTrafficPolicyArgs
                        {
                            Port = new PortSelectorArgs { Number = 443 },
                            Tls = Verified(),
                        },
                    },
                },
            },
        },
        host.Owned(parent, istiod));

    private ClientTlsSettingsArgs Verified() => new()
    {
        Mode = ClientTlsMode.Simple,
        CaCertificates = MeshRoot,
        SubjectAltNames = { ServiceName },
    };
}
