using System.Collections.Immutable;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A primary's istiod at its east-west gateway, for the clusters that it serves.</summary>
internal sealed class ExposedIstiod(PlannedScope scope, ControlPlaneModel primary)
{
    private const string Name = "istiod-gateway";

    /// <summary>Plans the listener, and a route for each revision.</summary>
    public ImmutableArray<ResourceId> Plan(IEnumerable<string> revisions) => [Gateway(), .. revisions.Select(Route)];

    private ResourceId Gateway()
    {
        var spec = new GatewaySpec
        {
            Selector = primary.EastWest!.Selector,
            Servers = [Server(IstiodPorts.Discovery, "tls-istiod"), Server(IstiodPorts.Webhook, "tls-istiodwebhook")],
        };
        return Add(primary.Cluster.LogicalName + $"-{Name}", "Gateway", Name, spec.ToTree());
    }

    private ResourceId Route(string revision)
    {
        var service = $"{RevisionSet.IstiodName(revision)}.{primary.SystemNamespace}.svc";
        var (suffix, names) = RevisionSet.ChartName(revision) is { } name
            ? ("-" + name, new[] { service, service + ".cluster.local" })
            : ("", ["*"]);
        var spec = new VirtualServiceSpec
        {
            Hosts = ["*"],
            Gateways = [Name],
            Tls = [To(IstiodPorts.Discovery, IstiodPorts.Discovery), To(IstiodPorts.Webhook, 443)],
        };
        return Add(primary.Cluster.LogicalName + $"-istiod-vs{suffix}", "VirtualService", "istiod-vs" + suffix, spec.ToTree());

        TlsRoute To(int port, int destination) =>
            new()
            {
                Match = [new() { Port = port, SniHosts = names }],
                Route =
                [
                    new()
                    {
                        Destination = new()
                        {
                            Host = service + ".cluster.local",
                            Port = new() { Number = destination },
                        },
                    },
                ],
            };
    }

    private ResourceId Add(LogicalName logical, string kind, string name, IReadOnlyDictionary<string, object> spec) =>
        scope.Object(
            logical,
            primary.Cluster.Name,
            [.. primary.Ready, .. primary.EastWest!.Ready],
            IstioKinds.Networking,
            kind,
            Metadata.Of(name, primary.SystemNamespace),
            ("spec", spec)
        );

    private static GatewayServer Server(int port, string name) =>
        new()
        {
            Port = new()
            {
                Number = port,
                Name = name,
                Protocol = "TLS",
            },
            Tls = ServerTlsSettings.Passthrough(),
            Hosts = ["*"],
        };
}
