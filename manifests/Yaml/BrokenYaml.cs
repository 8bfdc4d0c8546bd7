using YamlDotNet.Core;

namespace MeshStack.Manifests;

/// <summary>Texts that the YAML parser gives up on without a word.</summary>
internal static class BrokenYaml
{
    /// <summary>The problem of such a text, at the line where the parser stops.</summary>
    public static ManifestProblem ProblemOf(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        var line = 1L;
        try
        {
            while (parser.MoveNext())
            {
                line = Math.Max(parser.Current?.End.Line ?? 1, 1);
            }
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            line = exception is YamlException yaml ? Math.Max(yaml.Start.Line, 1) : line;
        }

        return new(new SourceLocation(file, (int)line), "This is not YAML: a list or an object in brackets is not closed here or after.");
    }
}
