namespace MeshStack.Analysis.Config.Objects;

/// <summary>The order in which Istio looks at objects: by age, then by name and namespace.</summary>
/// <remarks>Source: sortConfigByCreationTime in pilot/pkg/model of istio/istio.</remarks>
internal static class CreationOrder
{
    public static IComparer<Manifest> Comparer { get; } = Comparer<Manifest>.Create((one, other) => Compare(KeyOf(one), KeyOf(other)));

    /// <summary>The objects in that order; how old each is, is read once.</summary>
    public static IEnumerable<Manifest> Sorted(IEnumerable<Manifest> manifests) =>
        manifests.OrderBy(KeyOf, Comparer<(string, string, string, string)>.Create(Compare));

    public static string? Of(Manifest manifest) => manifest.Body.At("metadata", "creationTimestamp") as string;

    /// <summary>True where the manifests say which of several objects is the oldest.</summary>
    public static bool IsKnown(IReadOnlyCollection<Manifest> manifests) =>
        manifests.Count < 2 || manifests.All(manifest => Of(manifest) is not null);

    private static (string Created, string Name, string Namespace, string ApiVersion) KeyOf(Manifest manifest) =>
        (Of(manifest) ?? "~", manifest.Name, manifest.Namespace ?? "", manifest.ApiVersion);

    private static int Compare(
        (string Created, string Name, string Namespace, string ApiVersion) one,
        (string Created, string Name, string Namespace, string ApiVersion) other
    )
    {
        var order = string.CompareOrdinal(one.Created, other.Created);
        order = order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
        order = order != 0 ? order : string.CompareOrdinal(one.Namespace, other.Namespace);
        return order != 0 ? order : string.CompareOrdinal(one.ApiVersion, other.ApiVersion);
    }
}
