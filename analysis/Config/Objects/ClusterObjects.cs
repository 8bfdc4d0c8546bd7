namespace MeshStack.Analysis.Config.Objects;

/// <summary>The objects of one cluster by kind and namespace, oldest first where the objects say how old they are.</summary>
internal sealed class ClusterObjects
{
    private readonly Dictionary<(string Kind, string Namespace), Manifest[]> _byNamespace;
    private readonly Dictionary<string, Manifest[]> _byKind;

    public ClusterObjects(IEnumerable<Manifest> manifests)
    {
        var relevant = manifests.ToArray();
        _byKind = relevant
            .GroupBy(KindOf, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => CreationOrder.Sorted(group).ToArray(), StringComparer.Ordinal);
        _byNamespace = _byKind
            .SelectMany(kind =>
                kind.Value.GroupBy(manifest => manifest.Namespace ?? "default", StringComparer.Ordinal)
                    .Select(group => (Key: (kind.Key, group.Key), Objects: group.ToArray()))
            )
            .ToDictionary(group => group.Key, group => group.Objects);
    }

    public IReadOnlyList<Manifest> Of(string kind) => _byKind.GetValueOrDefault(kind) ?? [];

    public IReadOnlyList<Manifest> Of(string kind, string ns) => _byNamespace.GetValueOrDefault((kind, ns)) ?? [];

    // Other groups have kinds of the same names (Gateway of the Gateway API).
    public static string KindOf(Manifest manifest) =>
        manifest.Group.Length == 0
        || manifest.Group.EndsWith(".istio.io", StringComparison.Ordinal)
        || manifest.Group == "apps"
        || manifest.Group == "batch"
            ? manifest.Kind
            : $"{manifest.Group}/{manifest.Kind}";
}
