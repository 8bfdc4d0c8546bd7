namespace MeshStack.Manifests;

/// <summary>Rules on the ports of a Gateway's servers.</summary>
internal static class GatewayPortRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "gateway-port",
            Severity.Error,
            "Gateway",
            "A server has a port with a name and a number from 1 to 65535, and no targetPort.",
            "Without a number no listener is opened, and without a name the server's secrets and routes cannot be told apart.",
            "Give number and name, and map ports in the gateway's Service instead of targetPort.",
            Port
        ),
        new(
            "gateway-port-names",
            Severity.Error,
            "Gateway",
            "The port names of a Gateway's servers are unique.",
            "Routes of HTTPS servers are named by their port, and two of one name would be mixed up.",
            "Give each server's port its own name.",
            NamesUnique
        ),
        new(
            "gateway-protocol",
            Severity.Error,
            "Gateway",
            "A server's protocol is known.",
            "The proxy does not know which filters to build for the port.",
            "Write one of the listed protocols.",
            Protocol
        ),
    ];

    private static IEnumerable<Problem> Port(Subject subject)
    {
        foreach (var server in subject.Spec["servers"].Items)
        {
            var port = server["port"];
            if (!port.Exists)
            {
                yield return new(port, "The server has no port; give number, name and protocol.");
                continue;
            }

            var isSocket =
                server["bind"].Text?.StartsWith(ListenAddress.UnixScheme, StringComparison.Ordinal) == true
                && port["number"].Integer is null or 0;
            if (!isSocket && (port["number"].Integer ?? (port["number"].Exists ? 1 : 0)) is var number && !PortNumber.IsValid(number))
            {
                yield return new(port["number"], $"The port number is {number}; ports are 1 to 65535.");
            }

            if (!port["name"].HasContent)
            {
                yield return new(port["name"], "The port has no name; give one that no other server of the Gateway has.");
            }

            if (port["targetPort"].Integer > 0)
            {
                yield return new(
                    port["targetPort"],
                    $"targetPort is {port["targetPort"].Integer}; it has no effect on a Gateway. The gateway's Service maps ports."
                );
            }
        }
    }

    private static IEnumerable<Problem> NamesUnique(Subject subject)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var name in subject.Spec["servers"].Items.Select(server => server["port"]["name"]))
        {
            if (name.Text is { } text && !seen.Add(text))
            {
                yield return new(name, $"The port name {text} belongs to another server already; the port names of a Gateway are unique.");
            }
        }
    }

    private static IEnumerable<Problem> Protocol(Subject subject) =>
        from server in subject.Spec["servers"].Items
        let protocol = server["port"]["protocol"]
        where server["port"].Exists && !PortProtocol.IsKnown(protocol.Text ?? "")
        select new Problem(protocol, $"\"{protocol.Text}\" is no protocol of a server; known are {PortProtocol.Known}.");
}
