using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A primary's istiod at its east-west gateway, for the proxies and API servers of its remotes.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/multicluster/primary-remote/#expose-the-control-plane-in-cluster1.</remarks>
internal static class ExposedIstiod
{
    /// <summary>Port of istiod for proxies: discovery and certificates.</summary>
    public const int DiscoveryPort = 15012;

    /// <summary>Port of the gateways for injection and validation, which is 443 at istiod.</summary>
    public const int WebhookPort = 15017;

    private const string Name = "istiod-gateway";

    /// <summary>Exposes the istiod of each revision.</summary>
    public static IReadOnlyList<Resource> At(ControlPlane primary, IEnumerable<string> revisions, Resource parent) =>
    [
        Gateway(primary, parent),
        .. revisions.Select(r => Route(primary, r, parent)),
    ];

    private static Gateway Gateway(ControlPlane primary, Resource parent) => new(
        $"{primary.Cluster.Name}-{Name}",
        new GatewayArgs
        {
            Metadata = new ObjectMetaArgs { Name = Name, Namespace = primary.SystemNamespace },
            Spec = new GatewaySpecArgs
            {
                Selector = { ["istio"] = primary.EastWest!.Label },
                Servers = new[] { Server(DiscoveryPort, "tls-istiod"), Server(WebhookPort, "tls-istiodwebhook") },
            },
        },
        primary.Owned(parent, primary.EastWest.Ready));

    private static GatewayServerArgs Server(int port, string name) => new()
    {
        Port = new GatewayPortArgs { Number = port, Name = name, Protocol = "TLS" },
        Tls = ServerTlsSettingsArgs.Passthrough(),
        Hosts = { "*" },
    };

    private static VirtualService Route(ControlPlane primary, string revision, Resource parent)
    {
        var service = $"{RevisionSet.IstiodName(revision)}.{primary.SystemNamespace}.svc";
        var (suffix, names) = RevisionSet.ChartName(revision) is { } name
            ? ("-" + name, new[] { service, service + ".cluster.local" })
            : ("", ["*"]);
        return new VirtualService(
            $"{primary.Cluster.Name}-istiod-vs{suffix}",
            new VirtualServiceArgs
            {
                Metadata = new ObjectMetaArgs { Name = "istiod-vs" + suffix, Namespace = primary.SystemNamespace },
                Spec = new VirtualServiceSpecArgs
                {
                    Hosts = { "*" },
                    Gateways = { Name },
                    Tls = new[] { To(DiscoveryPort, DiscoveryPort), To(WebhookPort, 443) },
                },
            },
            primary.Owned(parent, primary.EastWest!.Ready));

        TlsRouteArgs To(int port, int destination) => new()
        {
            Match = new TlsMatchArgs { Port = port, SniHosts = names },
            Route = new RouteDestinationArgs
            {
                Destination = new DestinationArgs { Host = service + ".cluster.local", Port = new PortSelectorArgs { Number = destination } },
            },
        };
    }
}
