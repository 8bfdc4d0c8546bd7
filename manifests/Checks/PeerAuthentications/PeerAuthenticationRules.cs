using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Rules on PeerAuthentication.</summary>
internal static class PeerAuthenticationRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "peer-authentication-ports",
            Severity.Error,
            "PeerAuthentication",
            "Modes per port come with a selector, and name ports from 1 to 65535.",
            "Ports belong to workloads, so a mode per port without a selector, or of no port, would apply to none.",
            "Give selector.matchLabels, and ports from 1 to 65535.",
            Ports
        ),
    ];

    private static IEnumerable<Problem> Ports(Subject subject)
    {
        var ports = subject.Spec["portLevelMtls"];
        if (!ports.Exists)
        {
            yield break;
        }

        if (ports.Entries.Count == 0)
        {
            yield return new(ports, "portLevelMtls is empty; give a port, or leave it out.");
        }
        else if (!subject.Spec["selector"]["matchLabels"].HasContent)
        {
            yield return new(ports, "portLevelMtls is given without a selector; ports belong to workloads, so give selector.matchLabels.");
        }

        foreach (var port in ports.Entries)
        {
            if (!long.TryParse(port.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !PortNumber.IsValid(number))
            {
                yield return new(port, $"\"{port.Name}\" is no port; ports are 1 to 65535.");
            }
        }
    }
}
