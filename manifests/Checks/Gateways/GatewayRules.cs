namespace MeshStack.Manifests;

/// <summary>Rules on a Gateway's name, servers and hosts.</summary>
internal static class GatewayRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "gateway-name",
            Severity.Error,
            "Gateway",
            "A Gateway's name is a DNS label without dots.",
            "VirtualServices refer to a Gateway as namespace/name, and dots would be read as the old form of that.",
            "Name it with letters, digits and hyphens.",
            Name
        ),
        new(
            "gateway-servers",
            Severity.Error,
            "Gateway",
            "A Gateway has a server.",
            "A Gateway without servers opens no port.",
            "Add a server with port and hosts, or remove the Gateway.",
            Servers
        ),
        new(
            "gateway-hosts",
            Severity.Error,
            "Gateway",
            "A server has hosts, each a full name, an IP address or a name behind '*.', with an optional namespace.",
            "No request can name such a host, so the server would answer none.",
            "Write full names, names behind '*.', or '*', with an optional namespace and slash.",
            Hosts
        ),
        new(
            "gateway-bind",
            Severity.Error,
            "Gateway",
            "A server binds to an IP address or to an absolute Unix socket with port 0.",
            "The proxy cannot open a listener at that address.",
            "Write an IP address, or unix:// with an absolute path and port 0.",
            Bind
        ),
    ];

    private static IEnumerable<Problem> Name(Subject subject)
    {
        var name = subject.Manifest.Name;
        if (!HostName.IsLabel(name) && !subject.IsOfGatewayApi)
        {
            yield return new(
                subject.Body["metadata"]["name"],
                $"\"{name}\" is no name for a Gateway; it is one DNS label: letters, digits and inner hyphens, at most 63, no dots."
            );
        }
    }

    private static IEnumerable<Problem> Servers(Subject subject)
    {
        if (subject.Spec["servers"].Items.Count == 0)
        {
            yield return new(subject.Spec["servers"], "The Gateway has no servers; it opens no port. Give at least one.");
        }
    }

    private static IEnumerable<Problem> Hosts(Subject subject)
    {
        foreach (var server in subject.Spec["servers"].Items)
        {
            if (server["hosts"].Items.Count == 0)
            {
                yield return new(server["hosts"], "The server has no hosts; name them, or '*' for all.");
            }

            foreach (var host in server["hosts"].Items)
            {
                if (host.Text is { } text && ScopedHost.WhyNot(text, isGateway: true) is { } reason && !IsNowhere(subject, text))
                {
                    yield return new(host, $"\"{text}\" is no host of a server: {reason}.");
                }
            }
        }
    }

    // What istiod makes of a Gateway of the Gateway API that no route is attached to.
    private static bool IsNowhere(Subject subject, string host) =>
        subject.IsOfGatewayApi
        && host.StartsWith("~/", StringComparison.Ordinal)
        && ScopedHost.WhyNot("*" + host[1..], isGateway: true) is null;

    private static IEnumerable<Problem> Bind(Subject subject)
    {
        foreach (var server in subject.Spec["servers"].Items)
        {
            var bind = server["bind"];
            if (bind.Text is { Length: > 0 } address && ListenAddress.WhyNot(address) is { } reason)
            {
                yield return new(bind, reason);
            }

            if (
                bind.Text?.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal) == true
                && server["port"]["number"].Integer is { } number and not 0
            )
            {
                yield return new(server["port"]["number"], $"The port number is {number} on the Unix socket {bind.Text}; it is 0 there.");
            }
        }
    }
}
