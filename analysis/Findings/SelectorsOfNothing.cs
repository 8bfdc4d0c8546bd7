using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Findings;

/// <summary>Selectors that select no workload that the manifests know.</summary>
internal static class SelectorsOfNothing
{
    private static readonly (string Kind, string Selector, string Labels, Scope Scope)[] Selectors =
    [
        ("AuthorizationPolicy", "selector", "matchLabels", Scope.RootIsAll),
        ("DestinationRule", "workloadSelector", "matchLabels", Scope.Own),
        ("EnvoyFilter", "workloadSelector", "labels", Scope.RootIsAll),
        ("Gateway", "selector", "", Scope.All),
        ("PeerAuthentication", "selector", "matchLabels", Scope.Own),
        ("RequestAuthentication", "selector", "matchLabels", Scope.RootIsAll),
        ("Sidecar", "workloadSelector", "labels", Scope.Own),
    ];

    private enum Scope
    {
        Own,
        RootIsAll,
        All,
    }

    public static IEnumerable<Finding> Of(GovernedControlPlane controlPlane)
    {
        // Manifests without any workload do not say what selectors select.
        if (!controlPlane.Workloads.Any(workload => !workload.IsGateway))
        {
            yield break;
        }

        var namespaces = controlPlane.Workloads.ToLookup(workload => workload.Namespace, StringComparer.Ordinal);
        var known = controlPlane
            .Workloads.SelectMany(workload => workload.Labels.Select(label => (workload.Namespace, Label: $"{label.Key}={label.Value}")))
            .Distinct()
            .ToLookup(entry => entry.Namespace, entry => entry.Label, StringComparer.Ordinal);
        foreach (var (kind, selector, labels, scope) in Selectors)
        {
            foreach (var manifest in controlPlane.ControlPlane.Objects.Of(kind))
            {
                var field = labels.Length == 0 ? manifest.Spec[selector] : manifest.Spec[selector][labels];
                var wanted = LabelSelector.From(field);
                var ns = manifest.Namespace ?? "default";
                var isAll = scope == Scope.All || (scope == Scope.RootIsAll && ns == controlPlane.ControlPlane.Mesh.RootNamespace);
                if (!wanted.IsEmpty && !(isAll ? controlPlane.Workloads : namespaces[ns]).Any(workload => wanted.Selects(workload.Labels)))
                {
                    yield return FindingSubject.Finding(
                        Severity.Warning,
                        AccessFindingCodes.SelectorSelectsNothing,
                        manifest,
                        field.Path,
                        $"It selects no workload{(isAll ? "" : $" of the namespace {ns}")} that the manifests know: "
                            + $"{wanted}{Nearest(wanted, isAll ? known.SelectMany(labels => labels) : known[ns])}"
                    );
                }
            }
        }
    }

    private static string Nearest(LabelSelector wanted, IEnumerable<string> known)
    {
        string[] labels = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var hint = wanted
            .Labels.OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => $"{label.Key}={label.Value}")
            .Where(label => !labels.Contains(label))
            .Select(label => Spelling.Nearest(label, labels))
            .FirstOrDefault(hint => hint.Length > 0);
        return hint ?? ".";
    }
}
