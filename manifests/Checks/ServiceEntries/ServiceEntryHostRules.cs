namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's hosts.</summary>
internal static class ServiceEntryHostRules
{
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
}
