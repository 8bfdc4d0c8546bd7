namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Helm's merge of values: dictionaries key by key, everything else is replaced.</summary>
internal static class ValuesMerge
{
    public static void Into(Dictionary<string, object?> values, Field over)
    {
        foreach (var entry in over.Entries)
        {
            if (
                entry.Value is IReadOnlyDictionary<string, object?>
                && values.GetValueOrDefault(entry.Name) is IReadOnlyDictionary<string, object?> under
            )
            {
                var merged = under.ToDictionary(StringComparer.Ordinal);
                Into(merged, entry);
                values[entry.Name] = merged;
            }
            else
            {
                values[entry.Name] = entry.Value;
            }
        }
    }
}
