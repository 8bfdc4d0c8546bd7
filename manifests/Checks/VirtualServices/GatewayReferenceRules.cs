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
            "No Gateway can have that name, so the routes would be used nowhere.",
            "Write namespace/name, name or mesh.",
            subject => Lists(subject).SelectMany(list => Names(subject, Checked(list)))
        ),
        new(
            "virtual-service-gateway-unchecked",
            Severity.Warning,
            "VirtualService",
            "Gateways behind the first name without a namespace, where istiod stops looking, have such names too.",
            "istiod stops checking at the first name without a namespace, so the wrong name is accepted and never found.",
            "Write namespace/name, name or mesh.",
            subject => Lists(subject).SelectMany(list => Names(subject, list.Items.Except(Checked(list)))),
            RuleOrigin.MeshStack
        ),
        new(
            "virtual-service-gateway-dotted",
            Severity.Warning,
            "VirtualService",
            "A gateway of another namespace is named with a slash, not with dots.",
            "Dots are the old form, which istiod has to guess the namespace from.",
            "Write namespace/name.",
            subject => Warned(subject).SelectMany(list => Dotted(Checked(list)))
        ),
        new(
            "virtual-service-match-gateway-dotted",
            Severity.Warning,
            "VirtualService",
            "A gateway of another namespace is named with a slash in a match too.",
            "Dots are the old form, which istiod has to guess the namespace from, and it does not warn of it in a match.",
            "Write namespace/name as in spec.gateways.",
            subject => Lists(subject).SelectMany(list => Dotted(list.Items)).ExceptBy(DottedPaths(subject), problem => problem.Field.Path),
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Field> Lists(Subject subject) =>
        OfMatches(subject, "http").Concat(OfMatches(subject, "tls")).Concat(OfMatches(subject, "tcp")).Prepend(subject.Spec["gateways"]);

    private static IEnumerable<Field> OfMatches(Subject subject, string protocol) =>
        subject.Spec[protocol].Items.SelectMany(route => route["match"].Items).Select(match => match["gateways"]);

    // Those of which istiod passes on warnings.
    private static IEnumerable<Field> Warned(Subject subject) => OfMatches(subject, "tls").Prepend(subject.Spec["gateways"]);

    /// <summary>The names that istiod looks at: up to the first without a namespace.</summary>
    private static List<Field> Checked(Field list)
    {
        List<Field> names = [];
        foreach (var name in list.Items)
        {
            names.Add(name);
            if (name.Text?.Contains('/', StringComparison.Ordinal) != true)
            {
                break;
            }
        }

        return names;
    }

    private static IEnumerable<Problem> Names(Subject subject, IEnumerable<Field> gateways)
    {
        foreach (var gateway in gateways)
        {
            if (gateway.Text is not { } text || Placeholder.IsIn(text))
            {
                continue;
            }

            var slash = text.IndexOf('/', StringComparison.Ordinal);
            var isValid =
                slash < 0
                    ? HostName.WhyNotName(text) is null
                    : HostName.IsLabel(text.AsSpan(0, slash))
                        && (HostName.IsLabel(text.AsSpan(slash + 1)) || (subject.IsOfGatewayApi && slash + 1 < text.Length));
            if (!isValid)
            {
                yield return new(
                    gateway,
                    $"\"{text}\" names no gateway; write namespace/name, each a DNS label, or name for one of the own namespace, or mesh."
                );
            }
        }
    }

    private static IEnumerable<string> DottedPaths(Subject subject) =>
        Warned(subject).SelectMany(list => Dotted(Checked(list))).Select(problem => problem.Field.Path);

    private static IEnumerable<Problem> Dotted(IEnumerable<Field> gateways) =>
        from gateway in gateways
        let text = gateway.Text ?? ""
        where !Placeholder.IsIn(text) && !text.Contains('/', StringComparison.Ordinal)
        let parts = text.Split('.')
        where parts.Length > 1
        select new Problem(gateway, $"The gateway {text} is named with dots, which is the old form; write {parts[1]}/{parts[0]}.");
}
