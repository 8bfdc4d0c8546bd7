namespace MeshStack.Analysis.Access;

/// <summary>The order in which Istio looks at objects: by age, then by name and namespace.</summary>
/// <remarks>Source: sortConfigByCreationTime in pilot/pkg/model of istio/istio.</remarks>
internal static class Age
{
    public static IComparer<Manifest> Order { get; } = Comparer<Manifest>.Create((x, y) =>
    {
        var order = string.CompareOrdinal(Of(x) ?? "~", Of(y) ?? "~");
        order = order != 0 ? order : string.CompareOrdinal(x.Name, y.Name);
        order = order != 0 ? order : string.CompareOrdinal(x.Namespace ?? "", y.Namespace ?? "");
        return order != 0 ? order : string.CompareOrdinal(x.ApiVersion, y.ApiVersion);
    });

    /// <summary>The objects in that order; how old each is, is read once.</summary>
    public static IEnumerable<Manifest> Sorted(IEnumerable<Manifest> manifests) => manifests
        .OrderBy(manifest => Of(manifest) ?? "~", StringComparer.Ordinal).ThenBy(manifest => manifest.Name, StringComparer.Ordinal)
        .ThenBy(manifest => manifest.Namespace ?? "", StringComparer.Ordinal).ThenBy(manifest => manifest.ApiVersion, StringComparer.Ordinal);

    public static string? Of(Manifest manifest) => manifest.Body.At("metadata", "creationTimestamp") as string;

    /// <summary>True where the manifests say which of several objects is the oldest.</summary>
    public static bool IsKnown(IReadOnlyCollection<Manifest> manifests) => manifests.Count < 2 || manifests.All(manifest => Of(manifest) is not null);
}
