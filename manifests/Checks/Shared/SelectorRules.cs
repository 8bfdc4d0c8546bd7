namespace MeshStack.Manifests;

/// <summary>Rules on the labels that choose the workloads of an object.</summary>
internal static class SelectorRules
{
    private static readonly string[] Kinds =
    [
        "AuthorizationPolicy",
        "DestinationRule",
        "EnvoyFilter",
        "PeerAuthentication",
        "ProxyConfig",
        "RequestAuthentication",
        "ServiceEntry",
        "Sidecar",
        "Telemetry",
        "TrafficExtension",
        "WasmPlugin",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "selector-wildcard",
            Severity.Error,
            Kinds,
            "Selectors name labels and values exactly.",
            "Labels are compared exactly, so a wildcard would select no workload.",
            "Write the whole key and value, or choose by another label.",
            Wildcard
        ),
        new(
            "selector-empty",
            Severity.Warning,
            Kinds,
            "A selector that is given has labels.",
            "Without labels the object applies to every workload of its namespace, and in the root namespace to the whole mesh.",
            "Give labels, or leave the selector out if every workload is meant.",
            Empty
        ),
    ];

    private static (Field Selector, Field Labels) Of(Subject subject) =>
        subject.Kind switch
        {
            "EnvoyFilter" or "ServiceEntry" or "Sidecar" => (subject.Spec["workloadSelector"], subject.Spec["workloadSelector"]["labels"]),
            "DestinationRule" => (subject.Spec["workloadSelector"], subject.Spec["workloadSelector"]["matchLabels"]),
            _ => (subject.Spec["selector"], subject.Spec["selector"]["matchLabels"]),
        };

    private static IEnumerable<Problem> Wildcard(Subject subject)
    {
        foreach (var label in Of(subject).Labels.Entries)
        {
            if (label.Name.Length == 0)
            {
                yield return new(label, "A selector has an empty label key; name the label.");
            }
            else if (label.Name.Contains('*', StringComparison.Ordinal) || label.Text?.Contains('*', StringComparison.Ordinal) == true)
            {
                yield return new(label, $"The selector {label.Name}={label.Text} has a wildcard; selectors compare exactly.");
            }
        }
    }

    private static IEnumerable<Problem> Empty(Subject subject)
    {
        var (selector, labels) = Of(subject);
        if (selector.Exists && !labels.HasContent)
        {
            yield return new(
                selector,
                $"The selector has no labels, so the {subject.Kind} applies to every workload of its namespace; give labels or leave the "
                    + "selector out."
            );
        }
    }
}
