namespace MeshStack.Manifests;

/// <summary>Rules on a VirtualService as a whole.</summary>
internal static class VirtualServiceRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "virtual-service-routes",
            Severity.Error,
            "VirtualService",
            "A VirtualService has http, tls or tcp routes.",
            "Without routes there is nothing that the hosts' requests could follow.",
            "Add http, tls or tcp routes.",
            Routes
        ),
        new(
            "virtual-service-delegate",
            Severity.Error,
            "VirtualService",
            "A VirtualService without hosts is a delegate: it has http routes only and no gateways.",
            "The hosts and gateways come from the VirtualService that delegates, and only its http routes can.",
            "Add hosts, or remove gateways, tls and tcp.",
            Delegate
        ),
        new(
            "virtual-service-claims",
            Severity.Error,
            "VirtualService",
            "JWT claims are matched at gateways only.",
            "Sidecars do not read the claims of a token, so the match would never hold there.",
            "Name the gateways, without mesh, or match claims in an AuthorizationPolicy.",
            Claims
        ),
    ];

    private static IEnumerable<Problem> Routes(Subject subject)
    {
        if (!subject.Spec["http"].HasContent && !subject.Spec["tls"].HasContent && !subject.Spec["tcp"].HasContent)
        {
            yield return new(subject.Spec, "The VirtualService has no routes; give http, tls or tcp.");
        }
    }

    private static IEnumerable<Problem> Delegate(Subject subject) =>
        subject.Spec["hosts"].HasContent
            ? []
            : from key in new[] { "gateways", "tls", "tcp" }
            where subject.Spec[key].HasContent
            select new Problem(
                subject.Spec[key],
                $"The VirtualService has no hosts and so is a delegate, which has no {key}; give hosts, or leave {key} out."
            );

    private static IEnumerable<Problem> Claims(Subject subject) =>
        VirtualServiceScope.IsForGatewaysOnly(subject.Spec) && subject.Spec["gateways"].HasContent
            ? []
            : from match in subject.Spec["http"].Items.SelectMany(route => route["match"].Items)
            from header in match["headers"].Entries.Concat(match["withoutHeaders"].Entries)
            where HeaderName.IsClaim(header.Name)
            select new Problem(
                header,
                $"{header.Name} is matched in the mesh; claims of a JWT are matched at gateways only. Name the gateways, without mesh."
            );
}
