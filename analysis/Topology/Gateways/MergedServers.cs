using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The servers of one port that istiod makes something of: it leaves out those that conflict with an earlier one.</summary>
/// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/gateway.go, mergeGateways and CheckDuplicates.</remarks>
internal sealed class MergedServers
{
    private readonly List<GatewayServer> _kept = [];
    private readonly Dictionary<(string Host, string Bind), GatewayServer> _tlsHosts = [];
    private readonly Dictionary<string, GatewayServer> _plain = new(StringComparer.Ordinal);

    private MergedServers() { }

    public IReadOnlyList<GatewayServer> Kept => _kept;

    /// <summary>Two servers of which nothing says which comes first, so that either may be the one that is left out; null where there are
    /// none.</summary>
    public (GatewayServer One, GatewayServer Other)? Contested { get; private set; }

    /// <param name="servers">The servers, in the order in which istiod reads them.</param>
    public static MergedServers Of(IReadOnlyList<GatewayServer> servers)
    {
        var merged = new MergedServers();
        foreach (var server in servers)
        {
            if (merged.ConflictOf(server) is not { } earlier)
            {
                merged.Keep(server);
            }
            else if (
                server.Gateway == earlier.Gateway
                    ? HidesName(earlier, server)
                    : !CreationOrder.IsKnown([server.Gateway.Manifest, earlier.Gateway.Manifest])
            )
            {
                merged.Contested ??= (earlier, server);
                merged.Keep(server);
            }
        }

        return merged;
    }

    /// <summary>The earlier server for which one is left out; null where it is not.</summary>
    private GatewayServer? ConflictOf(GatewayServer server)
    {
        if (server.HasTls)
        {
            foreach (var host in server.Hosts)
            {
                if (_tlsHosts.TryGetValue((KeyOf(host), server.Bind), out var same))
                {
                    return same;
                }
            }

            // Its hosts are taken from here on, whatever becomes of it.
            foreach (var host in server.Hosts)
            {
                _tlsHosts.TryAdd((KeyOf(host), server.Bind), server);
            }
        }

        // Plain servers of one port are one listener, which is HTTP or takes one server alone.
        if (_plain.TryGetValue(server.Bind, out var plain))
        {
            return server.IsPlainHttp && plain.IsPlainHttp ? null : plain;
        }

        // Routes of the HTTPS servers of a Gateway are told apart by the names of their ports.
        return server.NameOfHttpsRoutes is { } name
            ? _kept.Find(one =>
                one.Gateway == server.Gateway && one.Bind == server.Bind && (one.NameOfHttpsRoutes == name || HidesName(one, server))
            )
            : null;
    }

    private void Keep(GatewayServer server)
    {
        _kept.Add(server);
        if (!server.IsTls)
        {
            _plain.TryAdd(server.Bind, server);
        }
    }

    // Two names of which one is hidden may be the same.
    private static bool HidesName(GatewayServer one, GatewayServer other) =>
        one.NameOfHttpsRoutes is { } name && other.NameOfHttpsRoutes is { } another && (Mask.IsIn(name) || Mask.IsIn(another));

    private static string KeyOf((string Namespace, string Host) host) =>
        host.Namespace == "*" ? host.Host : $"{host.Namespace}/{host.Host}";
}
