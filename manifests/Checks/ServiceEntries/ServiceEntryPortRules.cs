namespace MeshStack.Manifests;

/// <summary>Rules on a ServiceEntry's ports.</summary>
internal static class ServiceEntryPortRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "service-entry-ports",
            Severity.Error,
            "ServiceEntry",
            "Ports have a DNS label as name, a known protocol and numbers from 1 to 65535.",
            "The proxy cannot open or name such a port, or does not know its protocol.",
            "Give a DNS label as name, a known protocol and a number from 1 to 65535.",
            Ports
        ),
        new(
            "service-entry-port-names",
            Severity.Error,
            "ServiceEntry",
            "Port names and port numbers of a ServiceEntry are unique.",
            "Two ports of one name or number would take the same listener.",
            "Give each port its own name and number.",
            Unique
        ),
        new(
            "service-entry-target-port",
            Severity.Warning,
            "ServiceEntry",
            "A targetPort comes with a resolution.",
            "With NONE connections go to the port that the client called, so the target port is ignored.",
            "Use resolution STATIC or DNS, or remove targetPort.",
            TargetPort,
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Problem> Ports(Subject subject)
    {
        foreach (var port in subject.Spec["ports"].Items)
        {
            var name = port["name"].Text ?? "";
            if (!Placeholder.IsIn(name) && !HostName.IsLabel(name))
            {
                yield return new(port["name"], $"\"{name}\" is no name for a port; it is one DNS label.");
            }

            if (port["protocol"].Text is { Length: > 0 } protocol && !PortProtocol.IsKnown(protocol))
            {
                yield return new(port["protocol"], $"\"{protocol}\" is no protocol; known are {PortProtocol.Known}.");
            }

            if (!port["number"].Exists)
            {
                yield return new(port["number"], "The port has no number; ports are 1 to 65535.");
            }

            foreach (
                var problem in PortNumber
                    .Check(port["number"], "The port number")
                    .Concat(port["targetPort"].Integer is 0 ? [] : PortNumber.Check(port["targetPort"], "targetPort"))
            )
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Unique(Subject subject)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<long> numbers = [];
        foreach (var port in subject.Spec["ports"].Items)
        {
            if (port["name"].Text is { } name && !names.Add(name))
            {
                yield return new(port["name"], $"The port name {name} is given already; port names are unique.");
            }

            if (port["number"].Integer is { } number && !numbers.Add(number))
            {
                yield return new(port["number"], $"The port number {number} is given already; port numbers are unique.");
            }
        }
    }

    private static IEnumerable<Problem> TargetPort(Subject subject) =>
        from port in subject.Spec["ports"].Items
        where EntryResolution.Of(subject) == "NONE" && port["targetPort"].Integer > 0
        select new Problem(
            port["targetPort"],
            "targetPort has no effect with resolution NONE, where traffic goes where the client sent it."
        );
}
