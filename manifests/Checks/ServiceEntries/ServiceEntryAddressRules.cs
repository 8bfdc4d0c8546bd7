namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's addresses, and on TCP ports, where nothing but an address tells hosts apart.</summary>
internal static class ServiceEntryAddressRules
{
    private const string AllocationLabel = "networking.istio.io/enable-autoallocate-ip";

    public static IReadOnlyList<IstioRule> All { get; } =
    [
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
    ];

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
}
