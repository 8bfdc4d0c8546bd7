namespace MeshStack.Rendering.Records;

/// <summary>Lays a patch over an object: dictionaries are merged, everything else is replaced.</summary>
internal static class ObjectMerge
{
    public static ObjectMap Of(IReadOnlyDictionary<string, object?> target, IReadOnlyDictionary<string, object?> patch)
    {
        var merged = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in target)
        {
            merged[key] = value;
        }

        foreach (var (key, value) in patch)
        {
            merged[key] =
                value is IReadOnlyDictionary<string, object?> inner
                && merged.GetValueOrDefault(key) is IReadOnlyDictionary<string, object?> existing
                    ? Of(existing, inner)
                    : value;
        }

        return ObjectMap.From(merged);
    }
}
