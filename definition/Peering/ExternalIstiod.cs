using System.Collections.Immutable;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The way to an istiod that one cluster hosts for others.</summary>
/// <param name="scope">The component that makes it.</param>
/// <param name="host">The cluster that hosts it.</param>
/// <param name="settings">Where the other clusters find it.</param>
/// <param name="revision">Revision of the istiod.</param>
internal sealed class ExternalIstiod(PlannedScope scope, ControlPlaneModel host, ExternalIstiodSettings settings, string revision)
{
    private const string Name = "external-istiod";

    // Where every proxy has the root of its mesh.
    private const string MeshRoot = "/var/run/secrets/istio/root-cert.pem";

    private string Service => $"{ServiceName}.cluster.local";

    private string ServiceName => $"{RevisionSet.IstiodName(revision)}.{IstioNamespaces.External}.svc";

    /// <summary>The gateway that leads to it.</summary>
    public static GatewayModel GatewayOf(ExternalIstiodSettings settings) =>
        new("istio-controlplanegateway", IstioNamespaces.System, "controlplanegateway", settings.Gateway.Address);

    /// <summary>Plans the way from the gateway to istiod.</summary>
    public ImmutableArray<ResourceId> Expose(ResourceId istiod) => [Gateway(istiod), Route(istiod), Tls(istiod)];

    private ResourceId Gateway(ResourceId istiod)
    {
        var spec = new GatewaySpec
        {
            Selector = GatewayOf(settings).Selector,
            Servers = [Server(IstiodPorts.Discovery, "https-xds"), Server(IstiodPorts.Webhook, "https-webhook")],
        };
        return Add("-gw", "Gateway", spec.ToTree(), istiod);
    }

    private GatewayServer Server(int port, string name) =>
        new()
        {
            Port = new()
            {
                Number = port,
                Name = name,
                Protocol = "HTTPS",
            },
            Tls = ServerTlsSettings.Simple(settings.Credential),
            Hosts = [settings.Host],
        };

    private ResourceId Route(ResourceId istiod)
    {
        var spec = new VirtualServiceSpec
        {
            Hosts = [settings.Host],
            Gateways = [Name + "-gw"],
            Http = [To(IstiodPorts.Discovery, IstiodPorts.Discovery), To(IstiodPorts.Webhook, 443)],
        };
        return Add("-vs", "VirtualService", spec.ToTree(), istiod);
    }

    private HttpRoute To(int port, int destination) =>
        new()
        {
            Match = [new() { Port = port }],
            Route =
            [
                new()
                {
                    Destination = new()
                    {
                        Host = Service,
                        Port = new() { Number = destination },
                    },
                },
            ],
        };

    private ResourceId Tls(ResourceId istiod)
    {
        var discovery = new PortTrafficPolicy
        {
            Port = new() { Number = IstiodPorts.Discovery },
            Tls = Verified(),
            ConnectionPool = new() { Http = new() { H2UpgradePolicy = H2UpgradePolicy.Upgrade } },
        };
        var webhooks = new PortTrafficPolicy
        {
            Port = new() { Number = 443 },
            Tls = Verified(),
        };
        var spec = new DestinationRuleSpec
        {
            Host = Service,
            TrafficPolicy = new() { PortLevelSettings = [discovery, webhooks] },
        };
        return Add("-dr", "DestinationRule", spec.ToTree(), istiod);
    }

    private ClientTlsSettings Verified() =>
        new()
        {
            Mode = ClientTlsMode.Simple,
            CaCertificates = MeshRoot,
            SubjectAltNames = [ServiceName],
        };

    private ResourceId Add(string suffix, string kind, IReadOnlyDictionary<string, object> spec, ResourceId istiod) =>
        scope.Object(
            host.Cluster.LogicalName + $"-{Name}{suffix}",
            host.Cluster.Name,
            [.. host.Ready, istiod],
            IstioKinds.Networking,
            kind,
            Metadata.Of(Name + suffix, IstioNamespaces.External),
            ("spec", spec)
        );
}
