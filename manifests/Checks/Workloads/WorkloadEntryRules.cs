namespace MeshStack.Manifests;

/// <summary>Rules on WorkloadEntries.</summary>
internal static class WorkloadEntryRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "workload-entry-address",
            Severity.Error,
            "WorkloadEntry",
            "A WorkloadEntry has an address, an IP address, a full name or a Unix socket, unless it has a network.",
            "No proxy could connect to such an address, so the workload would never answer.",
            "Write an IP address, a full name, or unix:// with an absolute path.",
            Address
        ),
        new(
            "workload-entry-network",
            Severity.Warning,
            "WorkloadEntry",
            "A WorkloadEntry has an address.",
            "The workload can only be reached through the gateway of its network, and not at all where the mesh knows none.",
            "Give the workload's address, or make sure that the network has a gateway.",
            Network
        ),
        new(
            "workload-entry-ports",
            Severity.Error,
            "WorkloadEntry",
            "Ports have a DNS label as name and numbers from 1 to 65535; a Unix socket has none.",
            "A service could not map its port to such a name or number, and a Unix socket has no ports.",
            "Give DNS labels and numbers from 1 to 65535, and none for a socket.",
            Ports
        ),
        new(
            "workload-entry-labels",
            Severity.Error,
            "WorkloadEntry",
            "Labels are Kubernetes labels.",
            "No service and no policy could select the workload by such a label.",
            "Write keys and values as Kubernetes takes them.",
            EntryLabels
        ),
    ];

    private static bool IsSocket(Subject subject) =>
        subject.Spec["address"].Text?.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal) == true;

    private static IEnumerable<Problem> Address(Subject subject)
    {
        var field = subject.Spec["address"];
        var address = field.Text ?? "";
        if (address.Length == 0)
        {
            if (!subject.Spec["network"].HasContent)
            {
                yield return new(field, "The WorkloadEntry has no address; give an IP address, a full name or unix:///path.");
            }
        }
        else if (IsSocket(subject))
        {
            if (ListenAddress.WhyNot(address) is { } reason)
            {
                yield return new(field, reason);
            }
        }
        else if (!IpAddress.IsAddress(address) && HostName.WhyNotName(address) is { } why)
        {
            yield return new(field, $"\"{address}\" is neither an IP address nor a full name: {why}.");
        }
    }

    private static IEnumerable<Problem> Network(Subject subject) =>
        !subject.Spec["address"].HasContent && subject.Spec["network"].HasContent
            ?
            [
                new Problem(
                    subject.Spec["address"],
                    $"The WorkloadEntry has no address of its own and is reached through a gateway of network "
                        + $"{subject.Spec["network"].Text}."
                ),
            ]
            : [];

    private static IEnumerable<Problem> Ports(Subject subject)
    {
        var ports = subject.Spec["ports"];
        if (IsSocket(subject) && ports.HasContent)
        {
            yield return new(ports, $"Ports are given for the Unix socket {subject.Spec["address"].Text}, which has none.");
        }

        foreach (var port in ports.Entries)
        {
            if (!HostName.IsLabel(port.Name) && !Placeholder.IsIn(port.Name))
            {
                yield return new(port, $"\"{port.Name}\" is no name for a port; it is one DNS label.");
            }

            foreach (var problem in PortNumber.Check(port, $"The port {port.Name}"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> EntryLabels(Subject subject) => Labels.Check(subject.Spec["labels"]);
}
