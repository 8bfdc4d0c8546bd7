using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The servers that Gateways open on one port of a gateway's pods, by what they do with a connection.</summary>
internal sealed class GatewayListener
{
    // A server for each service that other networks may call: looked up by host, not one by one.
    private readonly Dictionary<string, (int Order, GatewayServer Server)> _automatic = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Order, string Pattern, GatewayServer Server)> _automaticWildcards = [];

    /// <param name="all">The servers, in the order in which istiod reads them.</param>
    public GatewayListener(IReadOnlyList<GatewayServer> all)
    {
        var merged = MergedServers.Of(all);
        var servers = merged.Kept;
        Servers = servers;
        Contested = merged.Contested;
        Plain = [.. servers.Where(server => server.TlsMode is null)];
        Encrypted = [.. servers.Where(server => server.TlsMode is not null)];
        Automatic = [.. Encrypted.Where(server => server.TlsMode == "AUTO_PASSTHROUGH")];
        Strange = Encrypted.FirstOrDefault(server => !server.Terminates && server.TlsMode is not ("PASSTHROUGH" or "AUTO_PASSTHROUGH"));
        foreach (var (order, server) in Automatic.Index())
        {
            foreach (var (_, host) in server.Hosts)
            {
                _ = _automatic.TryAdd(host, (order, server));
                if (host.StartsWith('*'))
                {
                    _automaticWildcards.Add((order, host, server));
                }
            }
        }

        Unreadable = all.Select(server => server.Unreadable).FirstHidden();
    }

    public IReadOnlyList<GatewayServer> Servers { get; }

    /// <summary>Two of them of which only the older one counts, and nothing says which that is; null where there are none.</summary>
    public (GatewayServer One, GatewayServer Other)? Contested { get; }

    /// <summary>Those that take no TLS.</summary>
    public IReadOnlyList<GatewayServer> Plain { get; }

    public IReadOnlyList<GatewayServer> Encrypted { get; }

    /// <summary>Those that pass mTLS on by its server name.</summary>
    public IReadOnlyList<GatewayServer> Automatic { get; }

    /// <summary>One whose tls mode is not known; null without one.</summary>
    public GatewayServer? Strange { get; }

    /// <summary>What hides one of them; null where all are read.</summary>
    public Unreadable? Unreadable { get; }

    /// <summary>The first of the servers that pass mTLS on whose hosts take one; null without one.</summary>
    /// <remarks>The namespace in front of a server's host counts for nothing here.</remarks>
    public GatewayServer? AutomaticFor(string host)
    {
        (int Order, GatewayServer? Server) first = _automatic.TryGetValue(host, out var named) ? named : (int.MaxValue, null);
        foreach (var (order, pattern, server) in _automaticWildcards)
        {
            if (order >= first.Order)
            {
                break;
            }

            if (HostMatch.IsSubset(host, pattern))
            {
                return server;
            }
        }

        return first.Server;
    }
}
