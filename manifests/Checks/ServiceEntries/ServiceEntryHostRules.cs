namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's hosts and addresses.</summary>
internal static class ServiceEntryHostRules
{
    private const string AllocationLabel = "networking.istio.io/enable-autoallocate-ip";

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "service-entry-hosts",
            Severity.Error,
            "ServiceEntry",
            "A ServiceEntry has hosts, each a name or a name behind a wildcard, and never '*' alone.",
            "Without a host, or with one that no request can name, no client could reach the service.",
            "Write full names, or names behind '*.'.",
            Hosts
        ),
        new(
            "service-entry-partial-wildcard",
            Severity.Warning,
            "ServiceEntry",
            "A host's wildcard stands for whole labels.",
            "Only wildcards of whole labels are matched everywhere, so some clients would not find the service.",
            "Write the wildcard as '*.' in front, or list the names.",
            PartialWildcard
        ),
        new(
            "service-entry-dns-host",
            Severity.Error,
            "ServiceEntry",
            "Hosts that DNS resolves are full names, unless endpoints are given.",
            "A wildcard cannot be looked up, so the service would have no endpoints.",
            "Write full names, give endpoints, or use resolution DYNAMIC_DNS or NONE.",
            DnsHost
        ),
        new(
            "service-entry-addresses",
            Severity.Error,
            "ServiceEntry",
            "Addresses are IP addresses or CIDR blocks, blocks only with resolution NONE or STATIC.",
            "Clients cannot be routed by what is no address, and a block has no single address that DNS could stand for.",
            "Write IP addresses, or blocks with resolution NONE or STATIC.",
            Addresses
        ),
        new(
            "service-entry-tcp-hosts",
            Severity.Error,
            "ServiceEntry",
            "Several hosts share only HTTP and TLS ports, unless the resolution is NONE.",
            "TCP does not name the host, so the proxy could not tell which of them is called.",
            "Give each host a ServiceEntry, or use an HTTP or TLS protocol.",
            TcpHosts
        ),
        new(
            "service-entry-tcp-address-hosts",
            Severity.Warning,
            "ServiceEntry",
            "A TCP service with addresses that DNS resolves has one host.",
            "TCP does not name the host, so the first of them receives all traffic.",
            "Give each host a ServiceEntry and an address of its own.",
            TcpAddressHosts
        ),
        new(
            "service-entry-tcp-address",
            Severity.Warning,
            "ServiceEntry",
            "A TCP port that gets no address of its own has addresses.",
            "Without an address the port takes all TCP traffic to its number, whatever host was meant.",
            "Give addresses, or let istiod allocate one.",
            subject => TcpAddress(subject, WhyNotAllocated(subject))
        ),
        new(
            "service-entry-tcp-wildcard",
            Severity.Warning,
            "ServiceEntry",
            "A TCP port of a wildcard host has addresses; a wildcard gets none.",
            "No address stands for a wildcard, so the port takes all TCP traffic to its number.",
            "Give addresses, or name the hosts.",
            subject => WhyNotAllocated(subject) is null ? TcpAddress(subject, WhyWildcard(subject)) : [],
            RuleOrigin.MeshStack
        ),
        new(
            "service-entry-dynamic-dns",
            Severity.Error,
            "ServiceEntry",
            "With resolution DYNAMIC_DNS all hosts are wildcards, the protocols are HTTP, HTTP2, GRPC or TLS, and there are no addresses.",
            "The proxy looks up the name that a request asks for, so it needs a wildcard and a protocol that carries the name.",
            "Give wildcard hosts, no addresses, and the protocol HTTP, HTTP2, GRPC or TLS.",
            DynamicDns
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
        where EntryResolution.Of(subject) != "DYNAMIC_DNS" && host.Text is { } text && HostName.IsPartialWildcard(text)
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

    private static string? WhyNotAllocated(Subject subject) =>
        EntryResolution.Of(subject) == "NONE" ? "with resolution NONE it gets none"
        : string.Equals(subject.Body["metadata"]["labels"][AllocationLabel].Text, "false", StringComparison.OrdinalIgnoreCase)
            ? $"the label {AllocationLabel} turns its allocation off"
        : null;

    private static string? WhyWildcard(Subject subject) =>
        EntryResolution.Of(subject) != "DYNAMIC_DNS" && subject.Spec["hosts"].Items.Any(host => host.Text?.StartsWith('*') == true)
            ? "no address stands for a wildcard"
            : null;

    private static IEnumerable<Problem> TcpAddress(Subject subject, string? reason) =>
        reason is null || subject.Spec["addresses"].HasContent
            ? []
            : from port in subject.Spec["ports"].Items
            where port["protocol"].Text is null or "" or "TCP"
            select new Problem(
                port,
                $"The TCP port {port["name"].Text} has no address, and {reason}, so it takes all traffic to that port number; give "
                    + "addresses."
            );

    private static IEnumerable<Problem> DynamicDns(Subject subject)
    {
        if (EntryResolution.Of(subject) != "DYNAMIC_DNS")
        {
            yield break;
        }

        foreach (
            var host in subject.Spec["hosts"].Items.Where(host => host.Text is { } text && !text.StartsWith('*') && !Placeholder.IsIn(text))
        )
        {
            yield return new(
                host,
                $"The host {host.Text} is no wildcard; DYNAMIC_DNS resolves what a wildcard stands for, DNS a full name."
            );
        }

        if (subject.Spec["addresses"].HasContent)
        {
            yield return new(subject.Spec["addresses"], "Addresses are given with resolution DYNAMIC_DNS, which finds them by the host.");
        }

        foreach (var protocol in subject.Spec["ports"].Items.Select(port => port["protocol"]))
        {
            if (protocol.Text?.ToUpperInvariant() is not ("HTTP" or "HTTP2" or "GRPC" or "TLS") && !Placeholder.IsIn(protocol.Text ?? ""))
            {
                yield return new(
                    protocol,
                    $"The protocol is {protocol.Text ?? "not given"}; with resolution DYNAMIC_DNS it is HTTP, HTTP2, GRPC or TLS, which "
                        + "name the host."
                );
            }
        }

        var waypoint = subject.Body["metadata"]["labels"]["istio.io/use-waypoint"];
        if (
            subject.Spec["location"].Text == "MESH_INTERNAL"
            && waypoint.HasContent
            && !string.Equals(waypoint.Text, "none", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new(
                subject.Spec["location"],
                $"The location is MESH_INTERNAL with resolution DYNAMIC_DNS behind the waypoint {waypoint.Text}; it is MESH_EXTERNAL "
                    + "there."
            );
        }
    }
}
