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

    public static IEnumerable<Field> PortLevel(Subject subject) =>
        TopLevel(subject).SelectMany(policy => policy["portLevelSettings"].Items);
}
