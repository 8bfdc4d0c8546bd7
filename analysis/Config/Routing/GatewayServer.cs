using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>One server of a Gateway.</summary>
internal sealed record GatewayServer(
    GatewayConfig Gateway,
    Field Field,
    int Port,
    string Protocol,
    string? TlsMode,
    IReadOnlyList<(string Namespace, string Host)> Hosts
)
{
    public bool IsRedirect => Field["tls"]["httpsRedirect"].IsTrue;

    public bool IsHttp => PortProtocol.IsHttp(Protocol) || string.Equals(Protocol, "HTTPS", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one of plain HTTP, whatever it says of TLS.</summary>
    public bool IsPlainHttp => PortProtocol.IsHttp(Protocol);

    /// <summary>Whether it says anything of TLS, if only that it redirects to it.</summary>
    public bool HasTls => Field["tls"].Exists;

    /// <summary>Whether it takes TLS.</summary>
    public bool IsTls => HasTls && !IsPlainHttp;

    /// <summary>The name of the port, where it ends TLS for HTTP: by it its routes are told from those of others; else null.</summary>
    public string? NameOfHttpsRoutes =>
        Unreadable is null
        && string.Equals(Protocol, "HTTPS", StringComparison.OrdinalIgnoreCase)
        && TlsMode is not ("PASSTHROUGH" or "AUTO_PASSTHROUGH")
            ? Field["port"]["name"].Text ?? ""
            : null;

    /// <summary>The address that it listens on; empty for all.</summary>
    public string Bind => Field["bind"].Text ?? "";

    /// <summary>What hides it; null where it is read.</summary>
    public Unreadable? Unreadable { get; private init; }

    /// <summary>True where the port is not shown, so that it may be any.</summary>
    public bool HidesPort { get; private init; }

    public IEnumerable<string> HostNames => Hosts.Select(host => host.Host);

    /// <summary>True where TLS ends at the gateway.</summary>
    public bool Terminates => TlsMode is "SIMPLE" or "MUTUAL" or "ISTIO_MUTUAL" or "OPTIONAL_MUTUAL";

    /// <summary>A server of which nothing is known.</summary>
    public static GatewayServer Anywhere(GatewayConfig gateway, Field field, Unreadable unreadable) =>
        new(gateway, field, 0, "", null, [("*", MaskedText.Secret)]) { Unreadable = unreadable, HidesPort = true };

    public static GatewayServer? From(GatewayConfig gateway, Field field)
    {
        var unreadable = gateway.Unreadable ?? MaskedObject.Within(field, PartMasks.Server, gateway.Manifest);
        if (unreadable is not null && (Mask.IsIn(field.Text) || Mask.IsIn(field["port"].Text) || Mask.IsIn(field["port"]["number"].Text)))
        {
            return Anywhere(gateway, field, unreadable);
        }

        if (field["port"]["number"].Port() is not { } port)
        {
            return null;
        }

        var tls = field["tls"];

        // The mode's default is the first of its values, PASSTHROUGH; httpsRedirect alone asks for no TLS.
        var mode =
            tls.Exists
            && !PortProtocol.IsHttp(field["port"]["protocol"].Text ?? "")
            && (tls["mode"].Exists || tls["credentialName"].Exists || tls["serverCertificate"].Exists)
                ? tls["mode"].Scalar() ?? "PASSTHROUGH"
                : null;
        var shown = field["hosts"].Texts().Where(host => !Mask.IsIn(host)).Select(host => Split(host, gateway.Namespace));
        return new(
            gateway,
            field,
            port,
            field["port"]["protocol"].Text ?? "",
            mode,
            Mask.IsWithin(field["hosts"].Value) ? [.. shown, ("*", MaskedText.Secret)] : [.. shown]
        )
        {
            Unreadable = unreadable,
        };
    }

    public Cause Because(string detail) => Cause.From(Gateway.Manifest, $"{Field.Path}: {detail}");

    private static (string Namespace, string Host) Split(string host, string ns)
    {
        var slash = host.IndexOf('/', StringComparison.Ordinal);
        var (given, name) = slash < 0 ? ("*", host) : (host[..slash], host[(slash + 1)..]);
        return (given == "." ? ns : given, name.ToLowerInvariant());
    }
}
