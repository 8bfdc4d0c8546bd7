using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The documents of a definition's files.</summary>
internal static class YamlSource
{
    /// <summary>The documents of a file; a file that cannot be read is reported and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The file as messages name it.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static IReadOnlyList<PlacedValue> ReadFile(string path, string shown, ProblemList problems)
    {
        var start = new SourceLocation(shown, 1);
        try
        {
            if (YamlLimits.Definitions.TooLarge(new FileInfo(path).Length) is { } tooLarge)
            {
                problems.Error(start, "", $"{tooLarge}: split it, for example by team");
                return [];
            }

            return Parse(File.ReadAllText(path), shown, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(start, "", $"cannot be read: {e.Message}");
            return [];
        }
    }

    /// <summary>The documents of a text; none of them where one is wrong.</summary>
    public static IReadOnlyList<PlacedValue> Parse(string text, string shown, ProblemList problems)
    {
        List<PlacedValue> documents = [];
        var isWrong = false;
        foreach (var (root, wrong) in YamlReader.Read(text, YamlLimits.Definitions))
        {
            foreach (var problem in wrong)
            {
                isWrong = true;
                problems.Error(new SourceLocation(shown, problem.Line), "", $"not YAML: {Reason(problem)}");
            }

            if (root is not null)
            {
                documents.Add(new PlacedValue(root, shown, ""));
            }
        }

        return isWrong ? [] : documents;
    }

    private static string Reason(YamlProblem problem) => problem.DuplicateKey is { } key ? $"Duplicate key {key}" : problem.Message;
}
