using System.Security.Cryptography;
using System.Text;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The way of hosts outside the mesh: from every sidecar to the egress gateway, and from there out.</summary>
/// <remarks>
/// TLS is passed on unopened and told apart by its SNI; HTTP goes to the gateway under mTLS, at a port of its own, so that one host may
/// have both.
/// https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
/// </remarks>
internal sealed class EgressRouting(
    PlannedScope scope,
    LogicalName name,
    GatewayModel gateway,
    IReadOnlyList<EgressHostSettings> hosts,
    ControlPlaneModel controlPlane
)
{
    private readonly string _reference = $"{gateway.Namespace}/{gateway.Name}";

    public void Plan()
    {
        var byHost = hosts.GroupBy(h => h.Host, StringComparer.Ordinal).OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
        var listeners = new List<ResourceId> { Listeners() };
        if (hosts.Any(h => !h.IsTls))
        {
            listeners.Add(MutualTls());
        }

        foreach (var host in byHost)
        {
            // Routes last: until the way through the gateway is there, they would lead nowhere.
            var entry = Entry(host.Key, [.. host]);
            Routes(host.Key, [.. host], [.. listeners, entry]);
        }
    }

    private IEnumerable<string> HostsOf(bool tls) => hosts.Where(h => h.IsTls == tls).Select(h => h.Host).Order(StringComparer.Ordinal);

    private ResourceId Add(
        LogicalName logical,
        string kind,
        string objectName,
        IReadOnlyDictionary<string, object> spec,
        params IEnumerable<ResourceId> after
    ) =>
        scope.Object(
            logical,
            controlPlane.Cluster.Name,
            [.. controlPlane.Ready, .. gateway.Ready, .. after],
            IstioKinds.ApiVersion(kind),
            kind,
            Metadata.Of(objectName, gateway.Namespace),
            ("spec", spec)
        );

    private ResourceId Listeners()
    {
        var servers = new List<GatewayServer>();
        if (HostsOf(tls: true).ToArray() is { Length: > 0 } passed)
        {
            servers.Add(
                new()
                {
                    Port = new()
                    {
                        Number = EgressHostSettings.TlsPort,
                        Name = "tls",
                        Protocol = "TLS",
                    },
                    Hosts = passed,
                    Tls = ServerTlsSettings.Passthrough(),
                }
            );
        }

        if (HostsOf(tls: false).ToArray() is { Length: > 0 } opened)
        {
            servers.Add(
                new()
                {
                    Port = new()
                    {
                        Number = EgressHostSettings.HttpPort,
                        Name = "https-mesh",
                        Protocol = "HTTPS",
                    },
                    Hosts = opened,
                    Tls = ServerTlsSettings.IstioMutual(),
                }
            );
        }

        var spec = new GatewaySpec { Selector = gateway.Selector, Servers = servers };
        return Add(name, "Gateway", gateway.Name, spec.ToTree());
    }

    /// <summary>The gateway picks the server of a host by the SNI, which for mTLS is the caller's to set.</summary>
    private ResourceId MutualTls()
    {
        var spec = new DestinationRuleSpec
        {
            Host = gateway.Host,
            Subsets =
            [
                .. HostsOf(tls: false)
                    .Select(h => new Subset
                    {
                        Name = SubsetOf(h),
                        TrafficPolicy = new() { Tls = ClientTlsSettings.IstioMutual(h) },
                    }),
            ],
        };
        return Add(name, "DestinationRule", gateway.Name, spec.ToTree());
    }

    private ResourceId Entry(string host, IReadOnlyList<EgressHostSettings> ports)
    {
        var spec = new ServiceEntrySpec
        {
            Hosts = [host],
            Location = ServiceEntryLocation.MeshExternal,
            Resolution = Istio.ServiceEntryResolution.Dns,
            Ports =
            [
                .. ports.Select(p => new ServiceEntryPort
                {
                    Number = p.PortOrDefault,
                    Name = FormattableString.Invariant($"{p.Protocol.ToLowerInvariant()}-{p.PortOrDefault}"),
                    Protocol = p.Protocol,
                }),
            ],
        };
        return Add(name + $"-{host}", "ServiceEntry", host, spec.ToTree());
    }

    private void Routes(string host, IReadOnlyList<EgressHostSettings> ports, IReadOnlyList<ResourceId> after)
    {
        var (tls, http) = (new List<TlsRoute>(), new List<HttpRoute>());
        foreach (var port in ports)
        {
            var outside = new Destination
            {
                Host = host,
                Port = new() { Number = port.PortOrDefault },
            };
            if (port.IsTls)
            {
                tls.Add(Tls(host, IstioNames.MeshGateway, port.PortOrDefault, ToGateway(EgressHostSettings.TlsPort)));
                tls.Add(Tls(host, _reference, EgressHostSettings.TlsPort, outside));
            }
            else
            {
                http.Add(Http(IstioNames.MeshGateway, port.PortOrDefault, ToGateway(EgressHostSettings.HttpPort, SubsetOf(host))));
                http.Add(Http(_reference, EgressHostSettings.HttpPort, outside));
            }
        }

        var spec = new VirtualServiceSpec
        {
            Hosts = [host],
            Gateways = [IstioNames.MeshGateway, _reference],
            Tls = tls,
            Http = http,
        };
        Add(name + $"-{host}", "VirtualService", host, spec.ToTree(), after);
    }

    private Destination ToGateway(int port, string? subset = null) =>
        new()
        {
            Host = gateway.Host,
            Port = new() { Number = port },
            Subset = subset,
        };

    private static TlsRoute Tls(string host, string from, int port, Destination to) =>
        new()
        {
            Match =
            [
                new()
                {
                    Gateways = [from],
                    Port = port,
                    SniHosts = [host],
                },
            ],
            Route = [new() { Destination = to }],
        };

    private static HttpRoute Http(string from, int port, Destination to) =>
        new() { Match = [new() { Gateways = [from], Port = port }], Route = [new() { Destination = to }] };

    /// <summary>A DNS label for a host, another one for every host.</summary>
    private static string SubsetOf(string host)
    {
        var label = host.Replace("-", "--", StringComparison.Ordinal).Replace('.', '-');
        return label.Length <= 63 ? label : "host-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host)).AsSpan(0, 16));
    }
}
