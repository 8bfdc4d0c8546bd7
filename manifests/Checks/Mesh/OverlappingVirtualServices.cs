namespace MeshStack.Manifests;

/// <summary>The rule that the sidecars of a namespace see one VirtualService per host; they never merge, and the oldest wins.</summary>
internal static class OverlappingVirtualServices
{
    private const string Everyone = "*";

    public static FindingRule Rule { get; } =
        new(
            "virtual-service-host-shared",
            Severity.Error,
            RuleOrigin.MeshStack,
            ["VirtualService"],
            "A host in the mesh has one VirtualService that a namespace sees.",
            "Sidecars use the oldest of the VirtualServices and ignore the routes of the others.",
            "Merge them into one, or export each to namespaces of its own."
        );

    public static IEnumerable<Finding> Check(IEnumerable<Manifest> virtualServices)
    {
        var hosts =
            from manifest in virtualServices
            let spec = manifest.Spec
            where VirtualServiceScope.IsForMesh(spec)
            from host in spec["hosts"].Items
            where host.Text is { Length: > 0 } text && !Placeholder.IsIn(text)
            group (Manifest: manifest, Host: host) by (
                manifest.Cluster,
                Revision: RevisionOf(manifest),
                Name: FullName(host.Text!, manifest.Namespace)
            );
        foreach (var sharers in hosts.Where(group => group.Skip(1).Any()))
        {
            Dictionary<string, Manifest> seen = new(StringComparer.Ordinal);
            Manifest? first = null;
            foreach (var (manifest, host) in sharers.OrderBy(entry => entry.Manifest, Manifest.Order))
            {
                var scopes = ScopesOf(manifest);
                if (Earlier(seen, first, scopes) is { } earlier && earlier.Reference != manifest.Reference)
                {
                    yield return IstioChecks.FindingOf(
                        Rule,
                        manifest,
                        host.Path,
                        $"The host {sharers.Key.Name} is routed by {earlier.Reference} too, in the same namespaces; sidecars use the "
                            + "oldest of them and ignore the other. Merge them."
                    );
                }

                first ??= manifest;
                foreach (var scope in scopes)
                {
                    seen.TryAdd(scope, manifest);
                }
            }
        }
    }

    // Whoever is exported to everyone meets the first there is; the others meet those of their own scopes.
    private static Manifest? Earlier(Dictionary<string, Manifest> seen, Manifest? first, string[] scopes) =>
        scopes.Contains(Everyone)
            ? first
            : scopes
                .Append(Everyone)
                .Select(scope => seen.GetValueOrDefault(scope))
                .OfType<Manifest>()
                .Order(Manifest.Order)
                .FirstOrDefault();

    private static string[] ScopesOf(Manifest manifest)
    {
        var exportTo = manifest
            .Spec["exportTo"]
            .Items.Select(entry => entry.Text == "." ? manifest.Namespace ?? "" : entry.Text ?? "")
            .ToArray();
        return exportTo.Length == 0 ? [Everyone] : exportTo;
    }

    private static string RevisionOf(Manifest manifest) => manifest.Body.At("metadata", "labels", "istio.io/rev") as string ?? "";

    private static string FullName(string host, string? ns) =>
        host.Contains('.', StringComparison.Ordinal) || host.StartsWith('*') ? host : ServiceDns.HostOf(host, ns ?? "");
}
