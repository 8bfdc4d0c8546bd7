namespace MeshStack.Analysis.Access;

/// <summary>The servers that Gateways open on one port of a gateway's pods, by what they do with a connection.</summary>
internal sealed class GatewayListener
{
    public GatewayListener(IReadOnlyList<GatewayServer> servers)
    {
        Servers = servers;
        Plain = [.. servers.Where(server => server.TlsMode is null)];
        Encrypted = [.. servers.Where(server => server.TlsMode is not null)];
        Automatic = [.. Encrypted.Where(server => server.TlsMode == "AUTO_PASSTHROUGH")];
        Strange = Encrypted.FirstOrDefault(server => !server.Terminates && server.TlsMode is not ("PASSTHROUGH" or "AUTO_PASSTHROUGH"));
        Unreadable = servers.Select(server => server.Unreadable).FirstHidden();
    }

    public IReadOnlyList<GatewayServer> Servers { get; }

    /// <summary>Those that take no TLS.</summary>
    public IReadOnlyList<GatewayServer> Plain { get; }

    public IReadOnlyList<GatewayServer> Encrypted { get; }

    /// <summary>Those that pass mTLS on by its server name.</summary>
    public IReadOnlyList<GatewayServer> Automatic { get; }

    /// <summary>One whose tls mode is not known; null without one.</summary>
    public GatewayServer? Strange { get; }

    /// <summary>What hides one of them; null where all are read.</summary>
    public Unreadable? Unreadable { get; }
}
