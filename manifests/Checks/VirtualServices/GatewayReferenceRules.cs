namespace MeshStack.Manifests;

/// <summary>Rules on the gateways that a VirtualService and its matches name.</summary>
internal static class GatewayReferenceRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "virtual-service-gateway",
            Severity.Error,
            "VirtualService",
            "A gateway is named as namespace/name, as name, or as mesh.",
            Name
        ),
        new(
            "virtual-service-gateway-dotted",
            Severity.Warning,
            "VirtualService",
            "A gateway of another namespace is named with a slash, not with dots.",
            Dotted
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject
            .Spec["gateways"]
            .Items.Concat(
                new[] { "http", "tls", "tcp" }
                    .SelectMany(key => subject.Spec[key].Items)
                    .SelectMany(route => route["match"].Items)
                    .SelectMany(match => match["gateways"].Items)
            )
            .Where(gateway => gateway.Text is { } text && !Placeholder.IsIn(text));

    private static IEnumerable<Problem> Name(Subject subject)
    {
        foreach (var gateway in Of(subject))
        {
            var text = gateway.Text!;
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var isValid =
                slash < 0
                    ? HostName.WhyNotName(text) is null
                    : HostName.IsLabel(text.AsSpan(0, slash)) && HostName.IsLabel(text.AsSpan(slash + 1));
            if (!isValid)
            {
                yield return new(
                    gateway,
                    $"\"{text}\" names no gateway; write namespace/name, each a DNS label, or name for one of the own namespace, or mesh."
                );
            }
        }
    }

    private static IEnumerable<Problem> Dotted(Subject subject) =>
        from gateway in Of(subject)
        let parts = gateway.Text!.Split('.')
        where parts.Length > 1 && !gateway.Text!.Contains('/', StringComparison.Ordinal)
        select new Problem(gateway, $"The gateway {gateway.Text} is named with dots, which is the old form; write {parts[1]}/{parts[0]}.");
}
