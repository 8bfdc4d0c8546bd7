namespace MeshStack.Manifests;

/// <summary>A document as plain values, with the types that Kubernetes gives them.</summary>
/// <param name="Root">The document as it is written; null where it is broken.</param>
/// <param name="Value">Its plain value.</param>
/// <param name="Problems">What is wrong with it, in the order of the text; where something is, the value is not to be relied on.</param>
internal sealed record PlainDocument(YamlValue? Root, object? Value, IReadOnlyList<ManifestProblem> Problems)
{
    /// <summary>The documents of a text, each read when it is asked for.</summary>
    public static IEnumerable<PlainDocument> Read(string text, string file) =>
        YamlReader.Read(text, YamlLimits.Manifests).Select(d => From(d, text, file));

    private static PlainDocument From(ReadDocument document, string text, string file)
    {
        var values = new PlainValues();
        var value = document.Root is { } root ? values.From(root) : null;
        var problems = document.Problems.Concat(values.Problems).OrderBy(p => p.Line);
        return new(document.Root, value, [.. problems.Select(p => Of(p, text, file))]);
    }

    private static ManifestProblem Of(YamlProblem problem, string text, string file)
    {
        if (!problem.IsBroken)
        {
            return new(new SourceLocation(file, problem.Line), problem.Message);
        }

        var (line, reason) = YamlReasons.Of(problem, text);
        return new(new SourceLocation(file, line), $"This is not YAML: {reason}{(reason.EndsWith('.') ? "" : ".")}");
    }
}
