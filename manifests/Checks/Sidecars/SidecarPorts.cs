namespace MeshStack.Manifests;

/// <summary>The ports of a Sidecar's listeners.</summary>
internal static class SidecarPorts
{
    public static IEnumerable<Problem> Check(Field port, bool isSocketAllowed)
    {
        if (port["name"].Text is { Length: > 0 } name && !Placeholder.IsIn(name) && !HostName.IsLabel(name))
        {
            yield return new(port["name"], $"\"{name}\" is no name for a port; it is one DNS label.");
        }

        if (port["protocol"].Text is { Length: > 0 } protocol && !PortProtocol.IsKnown(protocol))
        {
            yield return new(port["protocol"], $"\"{protocol}\" is no protocol; known are {PortProtocol.Known}.");
        }

        var number = port["number"].Integer ?? (port["number"].Exists ? 1 : 0);
        if (!PortNumber.IsValid(number) && !(isSocketAllowed && number == 0))
        {
            yield return new(port["number"], $"The port number is {number}; ports are 1 to 65535.");
        }

        if (port["targetPort"].Integer > 0)
        {
            yield return new(port["targetPort"], $"targetPort is {port["targetPort"].Integer}; it has no effect on a Sidecar.");
        }
    }
}
