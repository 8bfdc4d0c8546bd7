using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The documents of a definition's files.</summary>
internal static class YamlSource
{
    // A link and what is no regular file have no size before they are read.
    private static readonly TextLimits Limits = TextLimits.Usual with { Bytes = YamlLimits.Definitions.Bytes!.Value };

    /// <summary>The documents of a file; a file that cannot be read is reported and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The file as messages name it.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static IReadOnlyList<PlacedValue> ReadFile(string path, string shown, ProblemList problems)
    {
        try
        {
            if (File.Exists(path) && YamlLimits.Definitions.TooLarge(new FileInfo(path).Length) is { } tooLarge)
            {
                problems.Error(new SourceLocation(shown, 1), "", $"{tooLarge}: split it, for example by team");
                return [];
            }

            return Parse(TextFile.Read(path, shown, Limits), shown, problems);
        }
        catch (ManifestFormatException e)
        {
            foreach (var problem in e.Problems)
            {
                problems.Error(problem.Location, "", problem.Message);
            }

            return [];
        }
    }

    /// <summary>The documents of a text; those that are broken are reported and left out.</summary>
    public static IReadOnlyList<PlacedValue> Parse(string text, string shown, ProblemList problems)
    {
        List<PlacedValue> documents = [];
        foreach (var (root, wrong) in YamlReader.Read(text, YamlLimits.Definitions))
        {
            foreach (var problem in wrong)
            {
                var (line, reason) = Reason(problem, text);
                problems.Error(new SourceLocation(shown, line), "", $"not YAML: {reason}");
            }

            if (root is not null && wrong.Count == 0)
            {
                documents.Add(new PlacedValue(root, shown, ""));
            }
        }

        return documents;
    }

    private static (int Line, string Reason) Reason(YamlProblem problem, string text) =>
        problem.DuplicateKey is { } key ? (problem.Line, $"the key {key} is given twice") : YamlReasons.Of(problem, text);
}
