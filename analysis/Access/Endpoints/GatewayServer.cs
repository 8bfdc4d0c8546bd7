namespace MeshStack.Analysis.Access;

/// <summary>One server of a Gateway.</summary>
internal sealed record GatewayServer(GatewayConfig Gateway, Field Field, int Port, string Protocol, string? TlsMode, IReadOnlyList<(string Namespace, string Host)> Hosts)
{
    public bool IsRedirect => Field["tls"]["httpsRedirect"].IsTrue;

    public bool IsHttp => PortProtocol.IsHttp(Protocol) || string.Equals(Protocol, "HTTPS", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> HostNames => Hosts.Select(host => host.Host);

    /// <summary>True where TLS ends at the gateway.</summary>
    public bool Terminates => TlsMode is "SIMPLE" or "MUTUAL" or "ISTIO_MUTUAL" or "OPTIONAL_MUTUAL";

    public static GatewayServer? Of(GatewayConfig gateway, Field field)
    {
        if (field["port"]["number"].Port() is not { } port)
        {
            return null;
        }

        var tls = field["tls"];

        // The mode's default is the first of its values, PASSTHROUGH; httpsRedirect alone asks for no TLS.
        var mode = tls.Exists && (tls["mode"].Exists || tls["credentialName"].Exists || tls["serverCertificate"].Exists) ? tls["mode"].Scalar() ?? "PASSTHROUGH" : null;
        return new(gateway, field, port, field["port"]["protocol"].Text ?? "", mode, [.. field["hosts"].Texts().Select(host => Split(host, gateway.Space))]);
    }

    public Cause Because(string detail) => Cause.Of(Gateway.Manifest, $"{Field.Path}: {detail}");

    private static (string Namespace, string Host) Split(string host, string space)
    {
        var slash = host.IndexOf('/', StringComparison.Ordinal);
        var (given, name) = slash < 0 ? ("*", host) : (host[..slash], host[(slash + 1)..]);
        return (given == "." ? space : given, name.ToLowerInvariant());
    }
}
