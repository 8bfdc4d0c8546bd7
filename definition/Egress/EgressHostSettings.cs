namespace MeshStack.Definition;

/// <summary>A host outside the mesh that workloads reach through the egress gateway only.</summary>
public sealed record EgressHostSettings
{
    internal const int TlsPort = 443;

    internal const int HttpPort = 80;

    /// <summary>Full name of the host, without wildcards: it is asked of DNS.</summary>
    [Key("full name of the host, without wildcards", Required = true)]
    public required string Host { get; init; }

    /// <summary>Port of the host, 1-65535.</summary>
    /// <value>Defaults to 443 for TLS and to 80 for HTTP.</value>
    [Key("port of the host", Default = "443 for TLS, 80 for HTTP", Min = 1, Max = 65535)]
    public int? Port { get; init; }

    /// <summary>What workloads speak to it: <c>TLS</c>, which stays closed on the way (HTTPS is one), or <c>HTTP</c> in plain
    /// text.</summary>
    /// <value>Defaults to TLS.</value>
    [Key("what workloads speak to it", Allowed = [Tls, Http])]
    public string Protocol { get; init; } = Tls;

    internal const string Tls = "TLS";

    internal const string Http = "HTTP";

    internal bool IsTls => Protocol == Tls;

    internal int PortOrDefault => Port ?? (IsTls ? TlsPort : HttpPort);
}
