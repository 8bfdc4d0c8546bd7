namespace MeshStack.Definition.Planning;

/// <summary>Metadata of objects.</summary>
internal static class Metadata
{
    public static IReadOnlyDictionary<string, object> Of(
        string name,
        string? @namespace = null,
        IReadOnlyDictionary<string, string>? labels = null,
        IReadOnlyDictionary<string, string>? annotations = null
    )
    {
        var metadata = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["name"] = name };
        if (@namespace is not null)
        {
            metadata["namespace"] = @namespace;
        }

        if (labels is { Count: > 0 })
        {
            metadata["labels"] = Texts(labels);
        }

        if (annotations is { Count: > 0 })
        {
            metadata["annotations"] = Texts(annotations);
        }

        return metadata;
    }

    private static SortedDictionary<string, object> Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToDictionary(t => t.Key, t => (object)t.Value), StringComparer.Ordinal);
}
