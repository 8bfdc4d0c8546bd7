namespace MeshStack.Manifests;

/// <summary>Rules on what a traffic policy holds at all.</summary>
internal static class TrafficPolicyRules
{
    private static readonly string[] PortKeys = ["connectionPool", "loadBalancer", "outlierDetection", "tls"];
    private static readonly string[] PolicyKeys = [.. PortKeys, "portLevelSettings", "proxyProtocol", "retryBudget", "tunnel"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new("traffic-policy-empty", Severity.Error, "DestinationRule", "A traffic policy holds a setting.", Empty),
        new("traffic-policy-port", Severity.Error, "DestinationRule", "Port-level settings name a port.", Port),
        new(
            "traffic-policy-tunnel",
            Severity.Error,
            "DestinationRule",
            "A tunnel uses CONNECT or POST, leads to a host and port, and goes without proxyProtocol.",
            Tunnel
        ),
    ];

    private static IEnumerable<Problem> Empty(Subject subject) =>
        TrafficPolicies
            .TopLevel(subject)
            .Select(policy => (Policy: policy, Keys: PolicyKeys))
            .Concat(TrafficPolicies.PortLevel(subject).Select(policy => (Policy: policy, Keys: PortKeys)))
            .Where(entry => !entry.Keys.Any(key => entry.Policy[key].Exists))
            .Select(entry => new Problem(
                entry.Policy,
                $"The traffic policy is empty; it holds at least one of {string.Join(", ", entry.Keys)}."
            ));

    private static IEnumerable<Problem> Port(Subject subject)
    {
        foreach (var port in TrafficPolicies.PortLevel(subject).Select(policy => policy["port"]))
        {
            if (!port["number"].Exists)
            {
                yield return new(port, "The port-level settings name no port; give port.number.");
            }

            foreach (var problem in PortNumber.Check(port["number"], "The port number"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Tunnel(Subject subject)
    {
        foreach (var policy in TrafficPolicies.TopLevel(subject).Where(policy => policy["tunnel"].Exists))
        {
            var tunnel = policy["tunnel"];
            if (policy["proxyProtocol"].Exists)
            {
                yield return new(policy, "The traffic policy has tunnel and proxyProtocol; only one of them may be given.");
            }

            if (tunnel["protocol"].Text is { Length: > 0 } protocol and not ("CONNECT" or "POST"))
            {
                yield return new(tunnel["protocol"], $"The tunnel's protocol is {protocol}; it is CONNECT or POST.");
            }

            var host = tunnel["targetHost"].Text ?? "";
            if (!IpAddress.IsAddress(host) && HostName.WhyNotName(host) is { } reason)
            {
                yield return new(tunnel["targetHost"], $"\"{host}\" is neither an IP address nor a full name: {reason}.");
            }

            foreach (var problem in PortNumber.Check(tunnel["targetPort"], "The tunnel's port"))
            {
                yield return problem;
            }
        }
    }
}
