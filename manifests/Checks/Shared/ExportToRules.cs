namespace MeshStack.Manifests;

/// <summary>Rules on the namespaces that see an object.</summary>
internal static class ExportToRules
{
    private static readonly string[] Kinds = ["DestinationRule", "ServiceEntry", "VirtualService"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "export-to-value",
            Severity.Error,
            Kinds,
            "exportTo holds namespaces, '.' or '*', and '~' only in a ServiceEntry.",
            "No namespace has that name, so nobody would see the object.",
            "Write a namespace, '.' or '*', and '~' only in a ServiceEntry.",
            Value
        ),
        new(
            "export-to-duplicate",
            Severity.Error,
            Kinds,
            "exportTo names each namespace once.",
            "The same namespace is named twice, once perhaps as '.', which hides what was meant.",
            "Remove one of the entries.",
            Duplicate
        ),
        new(
            "export-to-alone",
            Severity.Error,
            Kinds,
            "'*' and '~' stand alone in exportTo.",
            "Whoever is meant beside everyone or no one is included or excluded already, so the list contradicts itself.",
            "Keep '*' or '~' alone, or name the namespaces.",
            Alone
        ),
        new(
            "export-to-with-selector",
            Severity.Error,
            "DestinationRule",
            "A DestinationRule with a workload selector is exported to its own namespace only.",
            "The selector picks clients of the rule's own namespace, so no other could use it.",
            "Write '.' in exportTo, or leave it out.",
            WithSelector
        ),
    ];

    private static IEnumerable<Problem> Value(Subject subject) =>
        from entry in subject.Spec["exportTo"].Items
        let text = entry.Text
        where
            text is not null and not "*" and not "."
            && !(text == "~" && subject.Kind == "ServiceEntry")
            && !Placeholder.IsIn(text)
            && !HostName.IsLabel(text)
        select new Problem(
            entry,
            $"\"{text}\" is no namespace to export to; allowed are a namespace, '.' (the own one), '*' "
                + $"(all){(subject.Kind == "ServiceEntry" ? " and '~' (none)" : "")}."
        );

    private static IEnumerable<Problem> Duplicate(Subject subject)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var entry in subject.Spec["exportTo"].Items)
        {
            if (entry.Text is { } text && !seen.Add(text == "." ? subject.Manifest.Namespace ?? "." : text))
            {
                yield return new(entry, $"\"{text}\" is in exportTo already; '.' is the namespace {subject.Manifest.Namespace}.");
            }
        }
    }

    private static IEnumerable<Problem> Alone(Subject subject)
    {
        var exportTo = subject.Spec["exportTo"];
        return exportTo.Items.Count < 2
            ? []
            : from entry in exportTo.Items
            where entry.Text is "*" or "~"
            select new Problem(
                entry,
                $"exportTo has '{entry.Text}' beside other namespaces; '{entry.Text}' ({(entry.Text == "*" ? "everyone" : "no one")}) "
                    + "stands alone."
            );
    }

    private static IEnumerable<Problem> WithSelector(Subject subject)
    {
        var exportTo = subject.Spec["exportTo"];
        return !subject.Spec["workloadSelector"].Exists
            ? []
            : from entry in exportTo.Items
            where entry.Text is { } text && text != "." && text != subject.Manifest.Namespace
            select new Problem(
                entry,
                $"A DestinationRule with a workload selector is exported to {entry.Text}; only its own namespace ('.') is allowed."
            );
    }
}
