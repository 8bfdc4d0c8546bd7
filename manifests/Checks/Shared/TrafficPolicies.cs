namespace MeshStack.Manifests;

/// <summary>The traffic policies of a DestinationRule: its own, its subsets', and the port-level ones of each.</summary>
internal static class TrafficPolicies
{
    public static IEnumerable<Field> Of(Subject subject) =>
        TopLevel(subject).SelectMany(policy => policy["portLevelSettings"].Items.Prepend(policy));

    public static IEnumerable<Field> TopLevel(Subject subject)
    {
        if (subject.Kind != "DestinationRule")
        {
            return [];
        }

        return subject
            .Spec["subsets"]
            .Items.Select(subset => subset["trafficPolicy"])
            .Prepend(subject.Spec["trafficPolicy"])
            .Where(policy => policy.Exists);
    }

    /// <summary>The policy of the whole rule, whose warnings istiod passes on.</summary>
    public static IEnumerable<Field> Outermost(Subject subject) => subject.Spec["trafficPolicy"] is { Exists: true } policy ? [policy] : [];

    /// <summary>The policies of subsets and of ports, of which istiod passes on errors only.</summary>
    public static IEnumerable<Field> Nested(Subject subject) =>
        TopLevel(subject)
            .SelectMany(policy =>
                policy.Path == "spec.trafficPolicy" ? policy["portLevelSettings"].Items : policy["portLevelSettings"].Items.Prepend(policy)
            );

    public static IEnumerable<Field> PortLevel(Subject subject) =>
        TopLevel(subject).SelectMany(policy => policy["portLevelSettings"].Items);
}
