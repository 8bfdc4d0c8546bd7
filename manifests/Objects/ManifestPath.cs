namespace MeshStack.Manifests;

/// <summary>Typed access into the bodies of manifests.</summary>
public static class ManifestPath
{
    /// <summary>The value under the given keys, or null where any of them is missing.</summary>
    public static object? At(this IReadOnlyDictionary<string, object?> body, params ReadOnlySpan<string> keys)
    {
        ArgumentNullException.ThrowIfNull(body);
        object? value = body;
        foreach (var key in keys)
        {
            if (value is not IReadOnlyDictionary<string, object?> map || !map.TryGetValue(key, out value))
            {
                return null;
            }
        }

        return value;
    }
}
