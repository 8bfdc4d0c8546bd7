namespace MeshStack.Manifests;

/// <summary>Rules on a Sidecar's egress listeners.</summary>
internal static class SidecarEgressRules
{
    /// <summary>The rule on what a host is.</summary>
    public const string HostsCode = "sidecar-egress-hosts";

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            HostsCode,
            Severity.Error,
            "Sidecar",
            "An egress listener has hosts, each a namespace, a slash and a full name or wildcard.",
            "The proxy imports services by namespace and full name, so this entry would import none.",
            "Write namespace/host, with '*', '.' or '~' as namespace where meant.",
            Hosts
        ),
        new(
            "sidecar-egress-host-twice",
            Severity.Warning,
            "Sidecar",
            "An egress listener names each host once, and '*/*' alone.",
            "The host is imported by a wider entry already, so this one suggests a narrowing that does not happen.",
            "Remove it, or the wider one.",
            HostTwice
        ),
        new(
            "sidecar-egress-catch-all",
            Severity.Error,
            "Sidecar",
            "The one egress listener without a port is the last.",
            "The listener takes what is left over, so listeners behind it would never see traffic.",
            "Move it to the end, and keep one without a port.",
            CatchAll
        ),
        new(
            "sidecar-egress-port",
            Severity.Error,
            "Sidecar",
            "An egress listener has a port of its own, or a Unix socket with port 0.",
            "Two listeners cannot share a port or a socket, and none can bind to that address.",
            "Give each listener its own port and an IP address, or a Unix socket with port 0.",
            Port
        ),
    ];

    private static IEnumerable<Problem> Hosts(Subject subject)
    {
        foreach (var listener in subject.Spec["egress"].Items)
        {
            if (listener["hosts"].Items.Count == 0)
            {
                yield return new(listener["hosts"], "The egress listener has no hosts; write namespace/host, or '*/*' for all.");
            }

            foreach (var host in listener["hosts"].Items)
            {
                if (host.Text is { } text && ScopedHost.WhyNot(text, isGateway: false) is { } reason)
                {
                    yield return new(host, $"\"{text}\" is no host of an egress listener: {reason}.");
                }
            }
        }
    }

    private static IEnumerable<Problem> HostTwice(Subject subject)
    {
        foreach (var listener in subject.Spec["egress"].Items)
        {
            // One that is left out is within a wider one by its nature.
            Field[] hosts = [.. listener["hosts"].Items.Where(host => !SidecarExclusions.IsExclusion(host.Text ?? ""))];
            var names = hosts.Select(host => Scoped(host.Text ?? "", subject.Manifest.Namespace)).ToArray();
            var whole = names.Where(name => name.EndsWith("/*", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            HashSet<string> seen = new(StringComparer.Ordinal);
            for (var index = 0; index < hosts.Length; index++)
            {
                var all = $"{names[index].Split('/', 2)[0]}/*";
                var wider =
                    whole.Contains("*/*") && names[index] != "*/*" ? "*/*"
                    : whole.Contains(all) && names[index] != all ? all
                    : null;
                if (!seen.Add(names[index]) || wider is not null)
                {
                    yield return new(
                        hosts[index],
                        wider is null
                            ? $"{hosts[index].Text} is named twice; once is enough."
                            : $"{hosts[index].Text} is within {wider}, which is named too."
                    );
                }
            }
        }
    }

    private static string Scoped(string host, string? own) =>
        host.StartsWith("./", StringComparison.Ordinal) && own is not null ? own + host[1..] : host;

    private static IEnumerable<Problem> CatchAll(Subject subject)
    {
        var listeners = subject.Spec["egress"].Items;
        return from listener in listeners.SkipLast(1)
            where !listener["port"].Exists
            select new Problem(
                listener,
                "An egress listener without a port takes the traffic that no other takes; only the last may have no port."
            );
    }

    private static IEnumerable<Problem> Port(Subject subject)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var listener in subject.Spec["egress"].Items.Where(listener => listener["port"].Exists))
        {
            var (port, bind) = (listener["port"], listener["bind"].Text ?? "");
            var isSocket = port["number"].Integer == 0 || !port["number"].Exists;
            foreach (var problem in SidecarPorts.Check(port, isSocketAllowed: true))
            {
                yield return problem;
            }

            if (isSocket && !bind.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal))
            {
                yield return new(
                    port["number"],
                    "The port number is 0; that takes a Unix socket as bind, such as unix:///var/run/app.sock."
                );
            }
            else if (isSocket ? ListenAddress.WhyNot(bind) is not null : bind.Length > 0 && !IpAddress.IsAddress(bind))
            {
                yield return new(
                    listener["bind"],
                    $"\"{bind}\" is no address to bind to; a listener with a port number binds to an IP address, one with port 0 to a "
                        + "Unix socket."
                );
            }

            if (isSocket && listener["captureMode"].Text is "IPTABLES")
            {
                yield return new(
                    listener["captureMode"],
                    "captureMode is IPTABLES on a Unix socket, to which nothing is redirected; it is DEFAULT or NONE there."
                );
            }

            if (!taken.Add(isSocket ? bind : $"{port["number"].Value}"))
            {
                yield return new(
                    port,
                    $"{(isSocket ? bind : $"The port {port["number"].Value}")} has an egress listener already; each port and socket has "
                        + "one."
                );
            }
        }
    }
}
