namespace MeshStack.CrdSchema;

/// <summary>The metadata that every object has, as far as a manifest gives it.</summary>
internal static class ObjectMetadata
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "name", "generateName", "namespace", "labels", "annotations", "finalizers", "ownerReferences", "uid", "resourceVersion", "generation",
        "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields", "selfLink",
    };

    public static void Validate(object? metadata, List<SchemaError> errors)
    {
        if (metadata is not IReadOnlyDictionary<string, object?> map)
        {
            errors.Add(new("metadata", "is no object"));
            return;
        }

        errors.AddRange(map.Keys.Where(key => !Known.Contains(key)).Select(key => new SchemaError($"metadata.{key}", "is an unknown field")));
        foreach (var field in new[] { "labels", "annotations" }.Where(map.ContainsKey))
        {
            if (map[field] is not IReadOnlyDictionary<string, object?> entries)
            {
                errors.Add(new($"metadata.{field}", "is no object"));
                continue;
            }

            errors.AddRange(entries.Where(entry => entry.Value is not string).Select(entry => new SchemaError($"metadata.{field}.{entry.Key}", "is no text")));
        }
    }
}
