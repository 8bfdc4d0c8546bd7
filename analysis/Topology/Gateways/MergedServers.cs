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
            else if (server.Gateway != earlier.Gateway && !CreationOrder.IsKnown([server.Gateway.Manifest, earlier.Gateway.Manifest]))
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
        }

        // Plain servers of one port are one listener, which is HTTP or takes one server alone.
        return _plain.TryGetValue(server.Bind, out var plain) && !(server.IsPlainHttp && plain.IsPlainHttp) ? plain : null;
    }

    private void Keep(GatewayServer server)
    {
        _kept.Add(server);
        if (server.HasTls)
        {
            foreach (var host in server.Hosts)
            {
                _tlsHosts.TryAdd((KeyOf(host), server.Bind), server);
            }
        }

        if (!server.IsTls)
        {
            _plain.TryAdd(server.Bind, server);
        }
    }

    private static string KeyOf((string Namespace, string Host) host) =>
        host.Namespace == "*" ? host.Host : $"{host.Namespace}/{host.Host}";
}
