using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>A service of another cluster as one client namespace sees it: a host and mTLS through the server's east-west gateway, or only
/// how to call it.</summary>
/// <remarks>
/// It belongs to the service, not to the first caller: no caller's removal may take it from the others. A cluster that finds the service by
/// itself
/// reads no DestinationRule of the server's cluster, so the service's goes with it.
/// </remarks>
internal sealed class ServiceImport(InboundServiceIntent service, ControlPlaneModel client, string @namespace)
{
    private readonly bool _found = service.IsFoundBy(client);

    /// <summary>The import that an access needs; null where its caller's cluster has to be told nothing.</summary>
    public static ServiceImport? From(ClientAccessIntent access) =>
        access is { ControlPlane: { } client, Namespace: { } @namespace } && access.NeedsImport
            ? new(access.Service, client, @namespace)
            : null;

    /// <summary>Logical name of its component.</summary>
    /// <param name="service">Logical name of the service's component.</param>
    public LogicalName NameBelow(LogicalName service) => service + "." + client.Cluster.LogicalName + $".{@namespace}";

    /// <summary>Imports the service's host.</summary>
    public void Plan(PlannedScope scope)
    {
        Import(scope, scope.LogicalName, service.Service);
        scope.Outputs(("host", HostOf(service.Service)));
    }

    /// <summary>Imports each instance of a headless service too.</summary>
    public void PlanInstances(PlannedScope scope)
    {
        foreach (var (instance, number) in service.InstanceServices.Select((s, i) => (s, i)))
        {
            // A dot, because no namespace has one: "web-0" may be a namespace of callers too.
            Import(scope, scope.LogicalName + FormattableString.Invariant($".{number}"), instance);
        }
    }

    private void Import(PlannedScope scope, LogicalName name, string of)
    {
        var host = HostOf(of);
        var metadata = Metadata.Of(host, @namespace);
        var gateway = _found ? null : service.Places.Select(place => place.ControlPlane).FirstOrDefault(c => !IsHome(c))?.EastWest;
        if (!_found)
        {
            scope.Configured(client, @namespace, name, "ServiceEntry", metadata, Entry(host).ToTree(), gateway);
        }

        var policy = _found ? ServiceTraffic.Found(service, IsSameNetwork, client) : Policy(host, of);
        var spec = new DestinationRuleSpec
        {
            Host = host,
            ExportTo = ["."],
            TrafficPolicy = policy,
            Subsets = of == service.Service ? Versions(host) : [],
        };
        scope.Configured(client, @namespace, name, "DestinationRule", metadata, spec.ToTree(), gateway);
        if (of == service.Service && service.Route is { IsForMesh: true, Routes.Count: > 0 } route)
        {
            var routes = new VirtualServiceSpec
            {
                Hosts = [host],
                ExportTo = ["."],
                Http = HttpRoutes.Of(route, RoutePlace.Of(client)),
            };
            scope.Configured(client, @namespace, name, "VirtualService", metadata, routes.ToTree(), gateway);
        }
    }

    private bool IsSameNetwork => service.Places.All(place => place.ControlPlane.Cluster.Network == client.Cluster.Network);

    private bool IsHome(ControlPlaneModel cluster) => cluster.Cluster.Name == client.Cluster.Name;

    private string HostOf(string of) =>
        _found ? service.HostOf(of, ServiceDns.Domain)
        : of == service.Service ? service.ImportedHost
        : service.HostOf(of, service.ControlPlane.Cluster.Domain);

    private ServiceEntrySpec Entry(string host)
    {
        return new()
        {
            Hosts = [host],
            ExportTo = ["."],
            Location = ServiceEntryLocation.MeshInternal,
            // DNS also takes IP addresses, and a load balancer may have either.
            Resolution = ServiceEntryResolution.Dns,
            Ports =
            [
                .. service.ServedPorts.Select(port => new ServiceEntryPort
                {
                    Number = port.ImportedPort,
                    Name = port.Name,
                    Protocol = port.Protocol,
                }),
            ],
            Endpoints = [.. service.Places.Select(place => Endpoint(place.ControlPlane))],
        };
    }

    // What the callers' own cluster serves, they reach without a gateway.
    private ServiceEntryEndpoint Endpoint(ControlPlaneModel place) =>
        new()
        {
            Address = IsHome(place) ? service.Host : place.EastWest!.Address,
            Ports = service.ServedPorts.ToDictionary(
                port => port.Name,
                port => IsHome(place) ? port.Number : GatewayModel.CrossClusterPort
            ),
            Labels = service.IsMulticluster ? MulticlusterBalancing.Labels(service, client, place.Cluster) : null,
            Weight = service.Distribute.FirstOrDefault(share => share.Cluster == place.Cluster.Name)?.Weight,
        };

    /// <summary>Outlier detection stays at the server where that is in one cluster: here it would eject the gateway, the only endpoint
    /// that there is.</summary>
    private TrafficPolicy Policy(string host, string of, RouteSubsetSettings? version = null)
    {
        var balancing =
            !service.IsMulticluster ? null
            : version is null ? MulticlusterBalancing.OfImport(service, client)
            : version.LoadBalancing;
        var shared = new TrafficPolicy
        {
            LoadBalancer = balancing is null ? null : ServiceTraffic.Balanced(balancing),
            OutlierDetection =
                service.Places.Count == 1 ? null
                : version is null ? MulticlusterBalancing.Detection(service.OutlierDetection)
                : MulticlusterBalancing.Detection(service, version),
        };
        return service.ServedPorts is [var only]
            ? shared with
            {
                Tls = Tls(host, of, only, version),
                ConnectionPool = version?.ConnectionPool ?? service.ConnectionPool,
            }
            : new()
            {
                PortLevelSettings =
                [
                    .. service.ServedPorts.Select(port => new PortTrafficPolicy
                    {
                        Port = new() { Number = port.ImportedPort },
                        Tls = Tls(host, of, port, version),
                        ConnectionPool = version?.ConnectionPool ?? service.ConnectionPool,
                        LoadBalancer = shared.LoadBalancer,
                        OutlierDetection = shared.OutlierDetection,
                    }),
                ],
            };
    }

    /// <summary>The versions: the server name says to the gateways which is meant, and the label of an endpoint its cluster.</summary>
    private IReadOnlyList<Subset> Versions(string host) =>
        _found
            ? ServiceTraffic.Versions(service, IsSameNetwork)
            :
            [
                .. (service.Route?.Subsets ?? []).Select(version => new Subset
                {
                    Name = version.Name,
                    Labels = version.Cluster is { } place
                        ? new Dictionary<string, string> { [MulticlusterBalancing.PlaceLabel] = place }
                        : null,
                    TrafficPolicy = Policy(host, service.Service, version),
                }),
            ];

    private ClientTlsSettings Tls(string host, string of, ServicePort port, RouteSubsetSettings? version)
    {
        var server = service.ControlPlane;
        var subset = version is { Labels.Count: > 0 } ? version.Name : "";
        var sni = service.Sidecar
            ? FormattableString.Invariant($"outbound_.{port.Number}_.{subset}_.{service.HostOf(of, ServiceDns.Domain)}")
            : host;
        return ClientTlsSettings.IstioMutual(sni) with
        {
            SubjectAltNames =
                !service.Sidecar ? [Spiffe(server, server.EastWest!.Namespace, server.EastWest.ServiceAccount)]
                : service.ServiceAccount is { } account
                    ?
                    [
                        .. service
                            .Places.Select(place => Spiffe(place.ControlPlane, service.Namespace, account))
                            .Distinct(StringComparer.Ordinal),
                    ]
                : [],
        };
    }

    private static string Spiffe(ControlPlaneModel server, string @namespace, string account) =>
        $"spiffe://{server.Cluster.Principal(@namespace, account)}";
}
