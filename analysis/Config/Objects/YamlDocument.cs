namespace MeshStack.Analysis.Config.Objects;

/// <summary>A YAML text of one document that is no manifest.</summary>
internal static class YamlDocument
{
    /// <summary>The document, or its problems; an empty text is an empty document.</summary>
    public static (Field Document, IReadOnlyList<ManifestProblem> Problems) Read(string text, string file) =>
        PlainDocument.Read(text, file).FirstOrDefault() switch
        {
            { Problems: { Count: > 0 } problems } => (Empty(), problems),
            null or { Value: null } => (Empty(), []),
            { Value: IReadOnlyDictionary<string, object?> body } => (Field.From(body), []),
            var other => (Empty(), [new ManifestProblem(new SourceLocation(file, other.Root!.Line), "The document is no object.")]),
        };

    /// <summary>The document, or null where the text is none.</summary>
    public static Field? TryRead(string text) => Read(text, "") is { Problems.Count: 0 } read ? read.Document : null;

    private static Field Empty() => Field.From(new Dictionary<string, object?>());
}
