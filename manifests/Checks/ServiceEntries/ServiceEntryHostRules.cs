namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's hosts and addresses.</summary>
internal static class ServiceEntryHostRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "service-entry-hosts",
            Severity.Error,
            "ServiceEntry",
            "A ServiceEntry has hosts, each a name or a name behind a wildcard, and never '*' alone.",
            Hosts
        ),
        new(
            "service-entry-partial-wildcard",
            Severity.Warning,
            "ServiceEntry",
            "A host's wildcard stands for whole labels.",
            PartialWildcard
        ),
        new(
            "service-entry-dns-host",
            Severity.Error,
            "ServiceEntry",
            "Hosts that DNS resolves are full names, unless endpoints are given.",
            DnsHost
        ),
        new(
            "service-entry-addresses",
            Severity.Error,
            "ServiceEntry",
            "Addresses are IP addresses or CIDR blocks, blocks only with resolution NONE or STATIC.",
            Addresses
        ),
        new(
            "service-entry-tcp-hosts",
            Severity.Error,
            "ServiceEntry",
            "Several hosts share only HTTP and TLS ports, unless the resolution is NONE.",
            TcpHosts
        ),
        new(
            "service-entry-tcp-address-hosts",
            Severity.Warning,
            "ServiceEntry",
            "A TCP service with addresses that DNS resolves has one host.",
            TcpAddressHosts
        ),
        new(
            "service-entry-tcp-address",
            Severity.Warning,
            "ServiceEntry",
            "A TCP port that gets no address of its own has addresses.",
            TcpAddress
        ),
    ];

    private static IEnumerable<Problem> Hosts(Subject subject)
    {
        var hosts = subject.Spec["hosts"];
        if (hosts.Items.Count == 0)
        {
            yield return new(hosts, "The ServiceEntry has no hosts; give the names that clients call.");
        }

        foreach (var host in hosts.Items)
        {
            var reason = host.Text == "*" ? "'*' would be every service there is" : HostName.WhyNotPattern(host.Text ?? "");
            if (reason is not null)
            {
                yield return new(host, $"\"{host.Text}\" is no host of a ServiceEntry: {reason}.");
            }
        }
    }

    private static IEnumerable<Problem> PartialWildcard(Subject subject) =>
        from host in subject.Spec["hosts"].Items
        where host.Text is { } text && HostName.IsPartialWildcard(text)
        select new Problem(
            host,
            $"The wildcard in \"{host.Text}\" stands for a part of a label; only *. in front is understood everywhere."
        );

    private static IEnumerable<Problem> DnsHost(Subject subject)
    {
        var resolution = EntryResolution.Of(subject);
        return resolution is not ("DNS" or "DNS_ROUND_ROBIN") || subject.Spec["endpoints"].HasContent
            ? []
            : from host in subject.Spec["hosts"].Items
            where host.Text is { } text && text != "*" && HostName.WhyNotName(text) is not null
            select new Problem(
                host,
                $"\"{host.Text}\" cannot be resolved by DNS; with resolution {resolution} and no endpoints, hosts are full names without "
                    + "wildcards."
            );
    }

    private static IEnumerable<Problem> Addresses(Subject subject)
    {
        var resolution = EntryResolution.Of(subject);
        foreach (var address in subject.Spec["addresses"].Items)
        {
            if (address.Text is { } text && !IpAddress.IsAddressOrBlock(text))
            {
                yield return new(address, $"\"{text}\" is neither an IP address nor a CIDR block.");
            }
            else if (
                address.Text?.Contains('/', StringComparison.Ordinal) == true
                && resolution is not ("NONE" or "STATIC")
                && !Placeholder.IsIn(address.Text)
            )
            {
                yield return new(
                    address,
                    $"The CIDR block {address.Text} is given with resolution {resolution}; blocks are allowed only with NONE and STATIC."
                );
            }
        }
    }

    private static IEnumerable<Problem> TcpHosts(Subject subject)
    {
        var hosts = subject.Spec["hosts"];
        if (EntryResolution.Of(subject) == "NONE" || hosts.Items.Count < 2)
        {
            yield break;
        }

        foreach (var port in subject.Spec["ports"].Items)
        {
            var protocol = port["protocol"].Text;
            if (!PortProtocol.IsHttp(protocol) && !PortProtocol.IsTls(protocol))
            {
                yield return new(
                    port,
                    $"{hosts.Items.Count} hosts share the port {port["name"].Text} of protocol {protocol ?? "TCP"}, where nothing tells "
                        + "them apart; give one host each, or an HTTP or TLS protocol."
                );
                yield break;
            }
        }
    }

    private static IEnumerable<Problem> TcpAddressHosts(Subject subject) =>
        EntryResolution.Of(subject) is "DNS" or "DNS_ROUND_ROBIN"
        && subject.Spec["addresses"].HasContent
        && subject.Spec["hosts"].Items.Count > 1
        && subject.Spec["ports"].Items.Any(port => PortProtocol.IsTcp(port["protocol"].Text))
            ?
            [
                new Problem(
                    subject.Spec["hosts"],
                    "Several hosts share addresses and a TCP port; the first of them gets all traffic. Give each a ServiceEntry."
                ),
            ]
            : [];

    private static IEnumerable<Problem> TcpAddress(Subject subject)
    {
        var isAllocated =
            EntryResolution.Of(subject) != "NONE"
            && subject.Spec["hosts"].Items.All(host => host.Text?.StartsWith('*') == false)
            && subject.Body["metadata"]["labels"]["networking.istio.io/enable-autoallocate-ip"].Text != "false";
        return isAllocated || subject.Spec["addresses"].HasContent
            ? []
            : from port in subject.Spec["ports"].Items
            where port["protocol"].Text is null or "" or "TCP"
            select new Problem(
                port,
                $"The TCP port {port["name"].Text} has no address, so it takes all traffic to that port number; give addresses."
            );
    }
}
