namespace MeshStack.Manifests;

/// <summary>Rules on a Sidecar as a whole.</summary>
internal static class SidecarRules
{
    private static readonly string[] Settings = ["egress", "ingress", "outboundTrafficPolicy", "inboundConnectionPool"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "sidecar-empty",
            Severity.Error,
            "Sidecar",
            "A Sidecar configures something.",
            "A Sidecar without settings changes nothing, though it takes the place of the namespace's default.",
            "Give egress, ingress, outboundTrafficPolicy or inboundConnectionPool.",
            Empty
        ),
        new(
            "sidecar-egress-proxy",
            Severity.Error,
            "Sidecar",
            "An egress proxy has a full host name and a port, and comes with ALLOW_ANY.",
            "With another mode unknown traffic is blocked before any proxy, and without host and port there is none.",
            "Use mode ALLOW_ANY, and give a full name and a port.",
            EgressProxy
        ),
    ];

    private static IEnumerable<Problem> Empty(Subject subject)
    {
        if (!Settings.Any(key => subject.Spec[key].Value is IReadOnlyList<object?> list ? list.Count > 0 : subject.Spec[key].Exists))
        {
            yield return new(subject.Spec, $"The Sidecar is empty; it has at least one of {string.Join(", ", Settings)}.");
        }
    }

    private static IEnumerable<Problem> EgressProxy(Subject subject)
    {
        var policy = subject.Spec["outboundTrafficPolicy"];
        var proxy = policy["egressProxy"];
        if (!proxy.Exists)
        {
            yield break;
        }

        if (policy["mode"].Text != "ALLOW_ANY")
        {
            yield return new(
                proxy,
                $"An egress proxy is given with mode {policy["mode"].Text ?? "REGISTRY_ONLY"}; it comes with ALLOW_ANY."
            );
        }

        if (HostName.WhyNotName(proxy["host"].Text ?? "") is { } reason)
        {
            yield return new(proxy["host"], $"\"{proxy["host"].Text}\" is no full name: {reason}.");
        }

        if (proxy["subset"].Text is { Length: > 0 } subset && !Placeholder.IsIn(subset) && !HostName.IsLabel(subset))
        {
            yield return new(proxy["subset"], $"\"{subset}\" is no name of a subset; it is one DNS label.");
        }

        foreach (
            var problem in PortNumber.CheckGiven(proxy["port"].Exists ? proxy["port"]["number"] : proxy["port"], "The egress proxy's port")
        )
        {
            yield return problem;
        }
    }
}
