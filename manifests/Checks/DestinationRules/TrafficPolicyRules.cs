namespace MeshStack.Manifests;

/// <summary>Rules on what a traffic policy holds at all.</summary>
internal static class TrafficPolicyRules
{
    private static readonly string[] PortKeys = ["connectionPool", "loadBalancer", "outlierDetection", "tls"];
    private static readonly string[] PolicyKeys = [.. PortKeys, "portLevelSettings", "proxyProtocol", "retryBudget", "tunnel"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "traffic-policy-empty",
            Severity.Error,
            "DestinationRule",
            "A traffic policy holds a setting.",
            "A policy without settings changes nothing, often because a field is misspelled.",
            "Give a setting, or remove the policy.",
            Empty
        ),
        new(
            "traffic-policy-port",
            Severity.Error,
            "DestinationRule",
            "Port-level settings name a port.",
            "Without a port it is unknown to which traffic the settings apply.",
            "Give port.number.",
            Port
        ),
        new(
            "traffic-policy-port-number",
            Severity.Warning,
            "DestinationRule",
            "Port-level settings name a port from 1 to 65535.",
            "No service has that port, so the settings never apply.",
            "Write the number of a port of the service.",
            PortNumbers,
            RuleOrigin.MeshStack
        ),
        new(
            "traffic-policy-tunnel",
            Severity.Error,
            "DestinationRule",
            "A tunnel uses CONNECT or POST, leads to a host and port, and goes without proxyProtocol.",
            "The proxy could not open the tunnel, or would prepend a header that the proxy on the way does not expect.",
            "Give targetHost and targetPort, CONNECT or POST, and no proxyProtocol.",
            Tunnel
        ),
    ];

    private static IEnumerable<Problem> Empty(Subject subject) =>
        TrafficPolicies
            .TopLevel(subject)
            .Select(policy => (Policy: policy, Keys: PolicyKeys))
            .Concat(TrafficPolicies.PortLevel(subject).Select(policy => (Policy: policy, Keys: PortKeys)))
            .Where(entry => !entry.Keys.Any(key => IsGiven(entry.Policy[key])))
            .Select(entry => new Problem(
                entry.Policy,
                $"The traffic policy is empty; it holds at least one of {string.Join(", ", entry.Keys)}."
            ));

    // An empty list is the same as none, an empty object is not.
    private static bool IsGiven(Field field) => field.Exists && (field.Value is not IReadOnlyList<object?> || field.HasContent);

    private static IEnumerable<Problem> Port(Subject subject) =>
        from port in TrafficPolicies.PortLevel(subject).Select(policy => policy["port"])
        where !port.Exists
        select new Problem(port, "The port-level settings name no port; give port.number.");

    private static IEnumerable<Problem> PortNumbers(Subject subject) =>
        from port in TrafficPolicies.PortLevel(subject).Select(policy => policy["port"])
        where port.Exists && port["number"].Text is null && !PortNumber.IsValid(port["number"].Integer ?? 0)
        select new Problem(
            port["number"],
            $"The port-level settings are for port {port["number"].Value ?? "0"}, which no service has; ports are 1 to 65535."
        );

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

            foreach (var problem in PortNumber.CheckGiven(tunnel["targetPort"], "The tunnel's port"))
            {
                yield return problem;
            }
        }
    }
}
