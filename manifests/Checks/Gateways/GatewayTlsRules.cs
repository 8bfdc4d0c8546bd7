namespace MeshStack.Manifests;

/// <summary>Rules on which servers of a Gateway have TLS settings.</summary>
internal static class GatewayTlsRules
{
    private static readonly string[] FileKeys = ["serverCertificate", "privateKey", "caCertificates"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "gateway-tls-required",
            Severity.Error,
            "Gateway",
            "HTTPS and TLS servers have TLS settings.",
            "The port would speak TLS without knowing which certificate to present or whether to pass through.",
            "Give tls with a mode, and a credentialName where TLS is terminated.",
            Required
        ),
        new(
            "gateway-tls-plaintext",
            Severity.Error,
            "Gateway",
            "Plaintext servers have no TLS settings but httpsRedirect.",
            "The port would speak plaintext, while the settings say that TLS is terminated.",
            "Use protocol HTTPS or TLS, or keep only httpsRedirect.",
            Plaintext
        ),
        new(
            "gateway-https-redirect",
            Severity.Warning,
            "Gateway",
            "Only HTTP servers redirect to HTTPS.",
            "Only HTTP can answer with a redirect, so clients of this server are never redirected.",
            "Set httpsRedirect on the HTTP server of the same hosts.",
            Redirect
        ),
    ];

    private static IEnumerable<(Field Server, string Protocol)> Servers(Subject subject) =>
        from server in subject.Spec["servers"].Items
        let protocol = server["port"]["protocol"].Text
        where protocol is not null && PortProtocol.IsKnown(protocol) && !Placeholder.IsIn(protocol)
        select (server, protocol);

    private static IEnumerable<Problem> Required(Subject subject) =>
        from server in Servers(subject)
        where PortProtocol.IsTls(server.Protocol) && !server.Server["tls"].Exists
        select new Problem(
            server.Server["tls"],
            $"The {server.Protocol} server has no tls; give a mode: SIMPLE, MUTUAL, PASSTHROUGH, AUTO_PASSTHROUGH, ISTIO_MUTUAL or "
                + "OPTIONAL_MUTUAL."
        );

    private static IEnumerable<Problem> Plaintext(Subject subject)
    {
        foreach (var (server, protocol) in Servers(subject))
        {
            var tls = server["tls"];
            if (PortProtocol.IsTls(protocol) || !tls.Exists)
            {
                continue;
            }

            var onlyRedirects =
                tls["mode"].Text is null or "PASSTHROUGH" or "AUTO_PASSTHROUGH" && !FileKeys.Any(key => tls[key].HasContent);
            if (!PortProtocol.IsHttp(protocol))
            {
                yield return new(tls, $"The {protocol} server has tls settings; only HTTPS and TLS servers have them.");
            }
            else if (!onlyRedirects)
            {
                yield return new(
                    tls,
                    $"The {protocol} server has tls settings{(tls["mode"].Text is { } mode ? $" of mode {mode}" : "")}; plaintext allows "
                        + "only httpsRedirect. Use protocol HTTPS to terminate TLS."
                );
            }
        }
    }

    private static IEnumerable<Problem> Redirect(Subject subject) =>
        from server in Servers(subject)
        where server.Server["tls"]["httpsRedirect"].IsTrue && !PortProtocol.IsHttp(server.Protocol)
        select new Problem(
            server.Server["tls"]["httpsRedirect"],
            $"httpsRedirect is set on a {server.Protocol} server, where nothing can be redirected; set it on the HTTP server."
        );
}
