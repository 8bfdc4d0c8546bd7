namespace MeshStack.Manifests;

/// <summary>Rules on a DestinationRule's host and subsets.</summary>
internal static class DestinationRuleRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "destination-rule-host",
            Severity.Error,
            "DestinationRule",
            "A DestinationRule has the host of a service.",
            "A host that no service can have leaves every setting of the rule without traffic to apply to.",
            "Write the name of the called service, or a name behind a wildcard.",
            Host
        ),
        new(
            "subset-name",
            Severity.Error,
            "DestinationRule",
            "A subset's name is a DNS label.",
            "The name becomes a part of the cluster's name, which routes could not refer to.",
            "Write letters, digits and hyphens.",
            SubsetName
        ),
        new(
            "subset-names",
            Severity.Error,
            "DestinationRule",
            "The subset names of a DestinationRule are unique.",
            "Both subsets would make one cluster of the same name, and routes could mean only one of them.",
            "Rename one of the subsets.",
            SubsetsUnique
        ),
        new(
            "subset-labels",
            Severity.Error,
            "DestinationRule",
            "A subset's labels are Kubernetes labels.",
            "No pod can have such a label, so the subset would have no endpoints.",
            "Write keys and values as Kubernetes takes them.",
            SubsetLabels
        ),
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
