namespace MeshStack.Analysis.Config.Objects;

/// <summary>A YAML text of one document that is no manifest.</summary>
internal static class YamlDocument
{
    /// <summary>The document, or its problems; an empty text is an empty document.</summary>
    public static (Field Document, IReadOnlyList<ManifestProblem> Problems) Read(string text, string file) =>
        PlainDocument.Read(text, file).Where(document => document.Value is not null || document.Problems.Count > 0).Take(2).ToArray() switch
        {
            [] => (Empty(), []),
            [{ Problems: { Count: > 0 } problems }, ..] => (Empty(), problems),
            [_, var second] => (Empty(), [new ManifestProblem(At(second, file), "The file has a second document, and one is read.")]),
            [{ Value: IReadOnlyDictionary<string, object?> body }] => (Field.From(body), []),
            [var other, ..] => (Empty(), [new ManifestProblem(At(other, file), "The document is no object.")]),
        };

    /// <summary>The document, or null where the text is none.</summary>
    public static Field? TryRead(string text) => Read(text, "") is { Problems.Count: 0 } read ? read.Document : null;

    private static SourceLocation At(PlainDocument document, string file) =>
        document.Problems is [var first, ..] ? first.Location : new(file, document.Root!.Line);

    private static Field Empty() => Field.From(new Dictionary<string, object?>());
}
