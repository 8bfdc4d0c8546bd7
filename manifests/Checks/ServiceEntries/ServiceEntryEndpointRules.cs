namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's endpoints.</summary>
internal static class ServiceEntryEndpointRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "service-entry-endpoints",
            Severity.Error,
            "ServiceEntry",
            "A ServiceEntry has endpoints or a workload selector, endpoints only with a resolution, and one of them with DNS_ROUND_ROBIN.",
            "Endpoints from two places at once contradict each other, and this resolution reads none or only one.",
            "Keep endpoints or workloadSelector, and use STATIC or DNS for endpoints.",
            Endpoints
        ),
        new(
            "service-entry-selector-none",
            Severity.Warning,
            "ServiceEntry",
            "A workload selector comes with a resolution.",
            "With NONE connections go where the client sent them, so no workload is selected.",
            "Use resolution STATIC.",
            subject => Selector(subject, resolution => resolution == "NONE")
        ),
        new(
            "service-entry-selector",
            Severity.Warning,
            "ServiceEntry",
            "A workload selector comes with resolution STATIC, not with DNS.",
            "Endpoints of selected workloads are used with STATIC only, so the host is looked up in DNS instead.",
            "Use resolution STATIC.",
            subject => Selector(subject, resolution => resolution is not ("NONE" or "STATIC")),
            RuleOrigin.MeshStack
        ),
        new(
            "service-entry-endpoint-address",
            Severity.Error,
            "ServiceEntry",
            "An endpoint's address is an IP address, with DNS also a full name, with STATIC also a Unix socket or behind a network.",
            "The proxy could not connect to such an address, so the endpoint would never answer.",
            "Write an IP address, with DNS a full name, or with STATIC a Unix socket.",
            Address
        ),
        new(
            "service-entry-endpoint-network",
            Severity.Warning,
            "ServiceEntry",
            "An endpoint of resolution STATIC has an address.",
            "The endpoint can only be reached through the gateway of its network, and not at all where the mesh knows none.",
            "Give the endpoint's address, or make sure that the network has a gateway.",
            Network
        ),
        new(
            "service-entry-endpoint-ports",
            Severity.Error,
            "ServiceEntry",
            "An endpoint maps ports that the ServiceEntry defines.",
            "The mapping is found by the name of a port of the service, so this one would never be used.",
            "Name a port of the ServiceEntry, with a number from 1 to 65535.",
            Ports
        ),
        new(
            "service-entry-endpoint-labels",
            Severity.Error,
            "ServiceEntry",
            "An endpoint's labels are Kubernetes labels.",
            "No subset and no policy could select the endpoint by such a label.",
            "Write keys and values as Kubernetes takes them.",
            EndpointLabels
        ),
    ];

    private static IEnumerable<Problem> Endpoints(Subject subject)
    {
        var endpoints = subject.Spec["endpoints"];
        if (!endpoints.HasContent)
        {
            yield break;
        }

        if (subject.Spec["workloadSelector"].Exists)
        {
            yield return new(endpoints, "The ServiceEntry has endpoints and a workloadSelector; only one of them may be given.");
        }

        var resolution = EntryResolution.Of(subject);
        if (resolution is "NONE" or "DYNAMIC_DNS")
        {
            yield return new(
                endpoints,
                $"Endpoints are given with resolution {resolution}, which uses none; they belong to STATIC, DNS and DNS_ROUND_ROBIN."
            );
        }
        else if (resolution == "DNS_ROUND_ROBIN" && endpoints.Items.Count > 1)
        {
            yield return new(
                endpoints,
                $"{endpoints.Items.Count} endpoints are given with resolution DNS_ROUND_ROBIN; it takes at most one."
            );
        }
    }

    private static IEnumerable<Problem> Selector(Subject subject, Func<string, bool> isWrong)
    {
        var resolution = EntryResolution.Of(subject);
        if (subject.Spec["workloadSelector"].Exists && isWrong(resolution))
        {
            yield return new(
                subject.Spec["workloadSelector"],
                $"A workloadSelector is given with resolution {resolution}; it selects endpoints only with STATIC."
            );
        }
    }

    private static IEnumerable<Problem> Address(Subject subject)
    {
        var resolution = EntryResolution.Of(subject);
        foreach (var endpoint in subject.Spec["endpoints"].Items)
        {
            var address = endpoint["address"].Text ?? "";
            if (address.Length == 0)
            {
                if (resolution != "STATIC" || !endpoint["network"].HasContent)
                {
                    yield return new(
                        endpoint["address"],
                        "The endpoint has no address; give an IP address or, with resolution DNS, a full name."
                    );
                }
            }
            else if (resolution == "STATIC" && address.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal))
            {
                if (ListenAddress.WhyNot(address) is { } reason)
                {
                    yield return new(endpoint["address"], reason);
                }
                else if (endpoint["ports"].HasContent || subject.Spec["ports"].Items.Count != 1)
                {
                    yield return new(
                        endpoint,
                        $"The endpoint is the Unix socket {address}; it maps no ports, and the ServiceEntry has exactly one."
                    );
                }
            }
            else if (
                !IpAddress.IsAddress(address)
                && (resolution == "STATIC" ? "with resolution STATIC it is one" : HostName.WhyNotName(address)) is { } why
            )
            {
                yield return new(
                    endpoint["address"],
                    $"\"{address}\" is no IP address{(resolution == "STATIC" ? "" : " and no full name")}: {why}."
                );
            }
        }
    }

    private static IEnumerable<Problem> Network(Subject subject) =>
        from endpoint in subject.Spec["endpoints"].Items
        where EntryResolution.Of(subject) == "STATIC" && !endpoint["address"].HasContent && endpoint["network"].HasContent
        select new Problem(
            endpoint["address"],
            $"The endpoint has no address of its own and is reached through a gateway of network {endpoint["network"].Text}."
        );

    private static IEnumerable<Problem> Ports(Subject subject)
    {
        var defined = subject.Spec["ports"].Items.Select(port => port["name"].Text ?? "").ToHashSet(StringComparer.Ordinal);
        foreach (var port in subject.Spec["endpoints"].Items.SelectMany(endpoint => endpoint["ports"].Entries))
        {
            if (!defined.Contains(port.Name))
            {
                yield return new(
                    port,
                    $"The endpoint maps the port {port.Name}, which the ServiceEntry does not define; it defines "
                        + $"{string.Join(", ", defined.Order(StringComparer.Ordinal))}."
                );
            }

            foreach (var problem in PortNumber.Check(port, $"The endpoint's port {port.Name}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> EndpointLabels(Subject subject) =>
        subject.Spec["endpoints"].Items.SelectMany(endpoint => Labels.Check(endpoint["labels"]));
}
