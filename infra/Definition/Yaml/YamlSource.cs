using MeshStack.Manifests;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MeshStack.Infra.Definition.Yaml;

/// <summary>A YAML file as nodes that know where they stand.</summary>
internal static class YamlSource
{
    /// <summary>Largest file that is read, in bytes: intents are small, and a file of one team is looked at by people.</summary>
    private const long LargestFile = 4 * 1024 * 1024;

    /// <summary>The documents of a file; what cannot be read is reported and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The file as messages name it.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static IReadOnlyList<Node> ReadFile(string path, string shown, ProblemList problems)
    {
        var start = new SourceLocation(shown, 1);
        try
        {
            var size = new FileInfo(path).Length;
            if (size > LargestFile)
            {
                problems.Error(start, "", FormattableString.Invariant($"the file has {size / 1048576.0:0.0} MiB; at most {LargestFile / 1048576} MiB is read: split it, for example by team"));
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

    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<Node> Parse(string text, string shown, ProblemList problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new ShallowParser(new Parser(new StringReader(text))));
        }
        catch (YamlException e)
        {
            problems.Error(new SourceLocation(shown, Line(e.End)), "", $"not YAML: {Reason(e)}");
            return [];
        }
        catch (ArgumentException e)
        {
            // The representation model reports some broken inputs, such as an anchor that contains itself, this way.
            problems.Error(new SourceLocation(shown, 1), "", $"not YAML: {e.Message}");
            return [];
        }

        return [.. stream.Documents.Select(d => new Node(d.RootNode, shown, ""))];
    }

    private static int Line(Mark mark) => Math.Max(1, (int)mark.Line);

    private static string Reason(YamlException e)
    {
        var message = (e.InnerException ?? e).Message;
        var position = message.IndexOf("): ", StringComparison.Ordinal);
        return position >= 0 && message.StartsWith('(') ? message[(position + 3)..] : message;
    }
}
