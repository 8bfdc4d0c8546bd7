namespace MeshStack.Manifests;

/// <summary>The rule that an object is defined once.</summary>
internal static class DuplicateObjects
{
    public static FindingRule Rule { get; } =
        new(
            "object-twice",
            Severity.Error,
            RuleOrigin.MeshStack,
            [],
            "A cluster has one object of a group, kind, namespace and name.",
            "Whichever is applied last replaces the other, so what the cluster holds depends on the order.",
            "Merge the two, or rename one."
        );

    public static IEnumerable<Finding> Check(IEnumerable<Manifest> manifests)
    {
        Dictionary<(string, string, string, string?, string), Manifest> first = [];
        foreach (var manifest in manifests)
        {
            var key = (manifest.Cluster, manifest.Group, manifest.Kind, manifest.Namespace, manifest.Name);
            if (!Manifest.IsGenerated(manifest.Body, out _) && !first.TryAdd(key, manifest))
            {
                var before = first[key];
                yield return IstioChecks.FindingOf(
                    Rule,
                    manifest,
                    "",
                    $"{Named(manifest)} is defined again; {Named(before)} is the same object, and only one of them can be applied."
                );
            }
        }
    }

    private static string Named(Manifest manifest) =>
        $"{manifest.Reference} ({manifest.ApiVersion}{(manifest.Source is null ? "" : $", {manifest.Source}")})";
}
