using System.Security.Cryptography;
using System.Text;
using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>The way of hosts outside the mesh: from every sidecar to the egress gateway, and from there out.</summary>
/// <remarks>
/// TLS is passed on unopened and told apart by its SNI; HTTP goes to the gateway under mTLS, at a port of its own, so that one host may have both.
/// https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
/// </remarks>
internal sealed class EgressRouting(string name, MeshGateway gateway, IReadOnlyList<EgressHostArgs> hosts, Func<IReadOnlyList<Resource>, CustomResourceOptions> options)
{
    /// <summary>Port of the gateway for TLS.</summary>
    public const int TlsPort = 443;

    /// <summary>Port of the gateway for HTTP within mTLS.</summary>
    public const int HttpPort = 80;

    private const string Mesh = "mesh";

    private readonly string _reference = $"{gateway.Namespace}/{gateway.Name}";

    public void Create()
    {
        var byHost = hosts.GroupBy(h => h.Host, StringComparer.Ordinal).OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
        var listeners = new List<Resource> { Listeners() };
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

    private ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = gateway.Namespace };

    private Gateway Listeners()
    {
        var servers = new List<GatewayServerArgs>();
        if (HostsOf(tls: true).ToArray() is { Length: > 0 } passed)
        {
            servers.Add(new()
            {
                Port = new GatewayPortArgs { Number = TlsPort, Name = "tls", Protocol = "TLS" },
                Hosts = passed,
                Tls = ServerTlsSettingsArgs.Passthrough(),
            });
        }

        if (HostsOf(tls: false).ToArray() is { Length: > 0 } opened)
        {
            servers.Add(new()
            {
                Port = new GatewayPortArgs { Number = HttpPort, Name = "https-mesh", Protocol = "HTTPS" },
                Hosts = opened,
                Tls = ServerTlsSettingsArgs.IstioMutual(),
            });
        }

        return new(name, new GatewayArgs
        {
            Metadata = Metadata(gateway.Name),
            Spec = new GatewaySpecArgs { Selector = { ["istio"] = gateway.Label }, Servers = servers },
        }, options([]));
    }

    /// <summary>The gateway picks the server of a host by the SNI, which for mTLS is the caller's to set.</summary>
    private DestinationRule MutualTls() => new(name, new DestinationRuleArgs
    {
        Metadata = Metadata(gateway.Name),
        Spec = new DestinationRuleSpecArgs
        {
            Host = gateway.Host,
            Subsets = HostsOf(tls: false)
                .Select(h => new SubsetArgs { Name = Subset(h), TrafficPolicy = new TrafficPolicyArgs { Tls = ClientTlsSettingsArgs.IstioMutual(h) } })
                .ToArray(),
        },
    }, options([]));

    private ServiceEntry Entry(string host, IReadOnlyList<EgressHostArgs> ports) => new($"{name}-{host}", new ServiceEntryArgs
    {
        Metadata = Metadata(host),
        Spec = new ServiceEntrySpecArgs
        {
            Hosts = { host },
            Location = ServiceEntryLocation.MeshExternal,
            Resolution = ServiceEntryResolution.Dns,
            Ports = ports.Select(p => new ServiceEntryPortArgs
            {
                Number = p.PortOrDefault,
                Name = FormattableString.Invariant($"{p.Protocol.ToLowerInvariant()}-{p.PortOrDefault}"),
                Protocol = p.Protocol,
            }).ToArray(),
        },
    }, options([]));

    private void Routes(string host, IReadOnlyList<EgressHostArgs> ports, IReadOnlyList<Resource> after)
    {
        var spec = new VirtualServiceSpecArgs { Hosts = { host }, Gateways = { Mesh, _reference } };
        foreach (var port in ports)
        {
            var outside = new DestinationArgs { Host = host, Port = new PortSelectorArgs { Number = port.PortOrDefault } };
            if (port.IsTls)
            {
                spec.Tls.Add(Tls(host, Mesh, port.PortOrDefault, ToGateway(TlsPort)));
                spec.Tls.Add(Tls(host, _reference, TlsPort, outside));
            }
            else
            {
                spec.Http.Add(Http(Mesh, port.PortOrDefault, ToGateway(HttpPort, Subset(host))));
                spec.Http.Add(Http(_reference, HttpPort, outside));
            }
        }

        _ = new VirtualService($"{name}-{host}", new VirtualServiceArgs { Metadata = Metadata(host), Spec = spec }, options(after));
    }

    private DestinationArgs ToGateway(int port, string? subset = null)
    {
        var destination = new DestinationArgs { Host = gateway.Host, Port = new PortSelectorArgs { Number = port } };
        if (subset != null)
        {
            destination.Subset = subset;
        }

        return destination;
    }

    private static TlsRouteArgs Tls(string host, string from, int port, DestinationArgs to) => new()
    {
        Match = new TlsMatchArgs { Gateways = { from }, Port = port, SniHosts = { host } },
        Route = new RouteDestinationArgs { Destination = to },
    };

    private static HttpRouteArgs Http(string from, int port, DestinationArgs to) => new()
    {
        Match = new HttpMatchArgs { Gateways = { from }, Port = port },
        Route = new HttpRouteDestinationArgs { Destination = to },
    };

    /// <summary>A DNS label for a host, another one for every host.</summary>
    private static string Subset(string host)
    {
        var label = host.Replace("-", "--", StringComparison.Ordinal).Replace('.', '-');
        return label.Length <= 63 ? label : "host-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(host)).AsSpan(0, 16));
    }
}
