using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Rules on a Sidecar's ingress listeners.</summary>
internal static class SidecarIngressRules
{
    private static readonly string[] UnsupportedKeys = ["subjectAltNames", "credentialName", "credentialNames", "tlsCertificates"];
    private static readonly string[] LocalHosts = ["", "127.0.0.1", "0.0.0.0", "::1", "::"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "sidecar-ingress-port",
            Severity.Error,
            "Sidecar",
            "An ingress listener has a port of its own and binds to an IP address.",
            "Two listeners cannot share a port, and none can bind to that address.",
            "Give each listener its own port from 1 to 65535, and an IP address to bind to.",
            Port
        ),
        new(
            "sidecar-ingress-endpoint",
            Severity.Error,
            "Sidecar",
            "A default endpoint is a port of the own host or a Unix socket.",
            "A sidecar forwards only to its own pod, so it would not reach that address.",
            "Write 127.0.0.1, 0.0.0.0, [::1] or [::] with a port, or unix:// with a path.",
            Endpoint
        ),
        new(
            "sidecar-ingress-tls",
            Severity.Error,
            "Sidecar",
            "An ingress listener of protocol HTTPS or TLS terminates TLS from files, without redirects and without subject names.",
            "A sidecar reads certificates from files only, so it could not terminate TLS with these settings.",
            "Use protocol HTTPS or TLS with serverCertificate and privateKey.",
            Tls
        ),
        new(
            "sidecar-ingress-pool",
            Severity.Warning,
            "Sidecar",
            "HTTP connection settings belong to HTTP listeners.",
            "Only the tcp settings apply to the listener, so the HTTP limits are ignored.",
            "Use an HTTP protocol, or remove the http settings.",
            Pool
        ),
    ];

    private static IEnumerable<Problem> Port(Subject subject)
    {
        HashSet<long> numbers = [];
        foreach (var listener in subject.Spec["ingress"].Items)
        {
            var port = listener["port"];
            if (!port.Exists)
            {
                yield return new(port, "The ingress listener has no port; give number, protocol and name.");
                continue;
            }

            foreach (var problem in SidecarPorts.Check(port, isSocketAllowed: false))
            {
                yield return problem;
            }

            if (port["number"].Integer is { } number && !numbers.Add(number))
            {
                yield return new(port["number"], $"The port {number} has an ingress listener already; each port has one.");
            }

            if (listener["bind"].Text is { Length: > 0 } bind && !IpAddress.IsAddress(bind))
            {
                yield return new(listener["bind"], $"\"{bind}\" is no IP address; an ingress listener binds to one.");
            }
        }
    }

    private static IEnumerable<Problem> Endpoint(Subject subject) =>
        from listener in subject.Spec["ingress"].Items
        let endpoint = listener["defaultEndpoint"]
        where endpoint.Text is { Length: > 0 } text && !Placeholder.IsIn(text) && !IsEndpoint(text)
        select new Problem(
            endpoint,
            $"\"{endpoint.Text}\" is no default endpoint; it is 127.0.0.1:PORT, 0.0.0.0:PORT, [::1]:PORT, [::]:PORT or unix:///path."
        );

    private static bool IsEndpoint(string text)
    {
        if (text.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal))
        {
            return ListenAddress.WhyNot(text) is null;
        }

        var colon = text.LastIndexOf(':');
        return colon >= 0
            && HostOf(text[..colon]) is { } host
            && LocalHosts.Contains(host)
            && long.TryParse(text.AsSpan(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)
            && PortNumber.IsValid(port);
    }

    // An address with colons stands in brackets.
    private static string? HostOf(string text) =>
        text is ['[', .., ']'] ? text[1..^1]
        : text.AsSpan().IndexOfAny(":[]") < 0 ? text
        : null;

    private static IEnumerable<Problem> Tls(Subject subject)
    {
        foreach (var listener in subject.Spec["ingress"].Items.Where(listener => listener["tls"].Exists))
        {
            var (tls, protocol) = (listener["tls"], listener["port"]["protocol"]);
            if (listener["port"].Exists && !PortProtocol.IsTls(protocol.Text) && !Placeholder.IsIn(protocol.Text ?? ""))
            {
                yield return new(
                    tls,
                    $"tls is given for the protocol {protocol.Text ?? "TCP"}; a listener with tls has the protocol HTTPS or TLS."
                );
            }

            if (tls["mode"].Text is "ISTIO_MUTUAL" or "AUTO_PASSTHROUGH")
            {
                yield return new(
                    tls["mode"],
                    $"The tls mode of a Sidecar's ingress is {tls["mode"].Text}; it can be SIMPLE, MUTUAL, OPTIONAL_MUTUAL or PASSTHROUGH."
                );
            }

            foreach (var key in UnsupportedKeys.Where(key => tls[key].HasContent))
            {
                yield return new(
                    tls[key],
                    $"{key} is given in the tls of a Sidecar's ingress, where it is not supported; give certificate files."
                );
            }

            if (tls["httpsRedirect"].IsTrue)
            {
                yield return new(
                    tls["httpsRedirect"],
                    "httpsRedirect is given in the tls of a Sidecar's ingress, where it is not supported."
                );
            }
        }
    }

    private static IEnumerable<Problem> Pool(Subject subject) =>
        from listener in subject.Spec["ingress"].Items
        let protocol = listener["port"]["protocol"].Text
        where listener["connectionPool"]["http"].Exists && !PortProtocol.IsHttp(protocol)
        select new Problem(
            listener["connectionPool"]["http"],
            $"HTTP connection settings are given for a listener of protocol {protocol ?? "TCP"}; only its tcp settings apply."
        );
}
