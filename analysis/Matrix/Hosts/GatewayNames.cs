using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>The names under which clients outside of the mesh may ask the servers of gateways.</summary>
/// <remarks>A wildcard is asked for by one of its names, and by those of its names that routes or policies speak of.</remarks>
internal sealed class GatewayNames(Snapshot snapshot, ClusterSnapshot controlPlane)
{
    private readonly string[] _distinguishing =
    [
        .. OfPolicies(snapshot).Where(IsPattern).Select(name => name.ToLowerInvariant()).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The names to ask the servers of one port for.</summary>
    public IEnumerable<string> Of(IReadOnlyList<GatewayServer> servers)
    {
        var bound = (
            from server in servers
            from config in controlPlane.VirtualServices.ForGateway(server.Gateway.Name)
            select (Server: server, Config: config)
        ).ToArray();
        var open = bound
            .SelectMany(one => DomainsOf(one.Server, one.Config))
            .Concat(servers.SelectMany(server => server.HostNames))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var distinguishing = bound
            .Select(one => one.Config)
            .Distinct()
            .SelectMany(config => config.Hosts.Concat(OfRoutes(config)))
            .Where(IsPattern)
            .Concat(_distinguishing);
        return open.Concat(
                distinguishing.Distinct(StringComparer.Ordinal).Where(name => open.Any(domain => HostMatch.IsSubset(name, domain)))
            )
            .Select(NameOf)
            .Distinct(StringComparer.Ordinal);
    }

    // Servers that pass TLS through take the names of routes, whatever their own hosts.
    private static IEnumerable<string> DomainsOf(GatewayServer server, VirtualServiceConfig config) =>
        from host in config.Hosts
        from name in server.HostNames
        where HostMatch.Overlap(host, name)
        from domain in server.TlsMode == "PASSTHROUGH" ? SniHosts(config) : [Closer(host, name)]
        select domain;

    private static IEnumerable<string> SniHosts(VirtualServiceConfig config) =>
        config.Tls.SelectMany(route => route["match"].Items).SelectMany(match => match["sniHosts"].Texts());

    private static string Closer(string one, string other) => HostMatch.IsSubset(one, other) ? one : other;

    private static string NameOf(string host) =>
        host == "*" ? "any.example"
        : host.StartsWith('*') ? $"any{host[1..]}"
        : host;

    // Beginnings of names, such as web*, are not asked for.
    private static bool IsPattern(string name) =>
        name.Contains('.', StringComparison.Ordinal)
        && !name.EndsWith('*')
        && !name.Contains(':', StringComparison.Ordinal)
        && !Placeholder.IsIn(name)
        && !Mask.IsIn(name);

    private IEnumerable<string> OfRoutes(VirtualServiceConfig config) =>
        SniHosts(config)
            .Concat(
                controlPlane
                    .VirtualServices.RoutesOf(config)
                    .SelectMany(route => route.Matches)
                    .Select(match => match.Authority?.Text)
                    .OfType<string>()
            );

    private static IEnumerable<string> OfPolicies(Snapshot snapshot) =>
        from cluster in snapshot.ClusterNames
        from policy in snapshot.Cluster(cluster).Objects.Of("AuthorizationPolicy")
        from rule in policy.Spec["rules"].Items
        from name in rule["to"]
            .Items.SelectMany(to => to["operation"]["hosts"].Texts().Concat(to["operation"]["notHosts"].Texts()))
            .Concat(
                rule["when"]
                    .Items.Where(condition => condition["key"].Text == "connection.sni")
                    .SelectMany(condition => condition["values"].Texts().Concat(condition["notValues"].Texts()))
            )
        select name;
}
