namespace MeshStack.Manifests;

/// <summary>The rule on labels that no workload can have.</summary>
internal static class LabelLengthRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "label-value-length",
            Severity.Warning,
            ["DestinationRule", "ServiceEntry", "VirtualService", "WorkloadEntry", "WorkloadGroup"],
            "Values of labels have at most 63 characters.",
            "Kubernetes refuses such a value on a pod, so no workload is ever selected by it.",
            "Shorten the value to the one that the workloads have.",
            Check,
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Problem> Check(Subject subject) => Of(subject).SelectMany(Labels.TooLong);

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Kind switch
        {
            "DestinationRule" => subject.Spec["subsets"].Items.Select(subset => subset["labels"]),
            "ServiceEntry" => subject.Spec["endpoints"].Items.Select(endpoint => endpoint["labels"]),
            "VirtualService" => new[] { "http", "tls", "tcp" }
                .SelectMany(key => subject.Spec[key].Items)
                .SelectMany(route => route["match"].Items)
                .Select(match => match["sourceLabels"]),
            "WorkloadEntry" => [subject.Spec["labels"]],
            _ => [subject.Spec["metadata"]["labels"], subject.Spec["template"]["labels"]],
        };
}
