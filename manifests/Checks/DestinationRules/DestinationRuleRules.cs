namespace MeshStack.Manifests;

/// <summary>Rules on a DestinationRule's host and subsets.</summary>
internal static class DestinationRuleRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new("destination-rule-host", Severity.Error, "DestinationRule", "A DestinationRule has the host of a service.", Host),
        new("subset-name", Severity.Error, "DestinationRule", "A subset's name is a DNS label.", SubsetName),
        new("subset-names", Severity.Error, "DestinationRule", "The subset names of a DestinationRule are unique.", SubsetsUnique),
        new("subset-labels", Severity.Error, "DestinationRule", "A subset's labels are Kubernetes labels.", SubsetLabels),
    ];

    private static IEnumerable<Problem> Host(Subject subject)
    {
        var host = subject.Spec["host"];
        if (HostName.WhyNotPattern(host.Text ?? "") is { } reason)
        {
            yield return new(host, $"\"{host.Text}\" is no host: {reason}. Give the name of the called service.");
        }
    }

    private static IEnumerable<Problem> SubsetName(Subject subject) =>
        from subset in subject.Spec["subsets"].Items
        let name = subset["name"].Text ?? ""
        where !Placeholder.IsIn(name) && !HostName.IsLabel(name)
        select new Problem(
            subset["name"],
            $"\"{name}\" is no name for a subset; it is one DNS label: letters, digits and inner hyphens, at most 63."
        );

    private static IEnumerable<Problem> SubsetsUnique(Subject subject)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var name in subject.Spec["subsets"].Items.Select(subset => subset["name"]))
        {
            if (name.Text is { } text && !seen.Add(text))
            {
                yield return new(name, $"The subset {text} is defined already; subset names are unique.");
            }
        }
    }

    private static IEnumerable<Problem> SubsetLabels(Subject subject) =>
        subject.Spec["subsets"].Items.SelectMany(subset => Labels.Check(subset["labels"]));
}
