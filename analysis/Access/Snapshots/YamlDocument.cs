using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Analysis.Access;

/// <summary>A YAML text of one document that is no manifest.</summary>
internal static class YamlDocument
{
    /// <summary>The document, or its problems; an empty text is an empty document.</summary>
    public static (Field Document, IReadOnlyList<ManifestProblem> Problems) Read(string text, string file)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                return (Empty(), []);
            }

            parser.MoveNext();
            var nodes = new NodeReader(parser, file, 0);
            var document = nodes.Read();
            return document switch
            {
                _ when nodes.Problems.Count > 0 => (Empty(), nodes.Problems),
                null => (Empty(), []),
                IReadOnlyDictionary<string, object?> body => (Field.Of(body), []),
                _ => (Empty(), [new ManifestProblem(new SourceLocation(file, nodes.LineOf(document)), "The document is no object.")]),
            };
        }
        catch (YamlException exception)
        {
            return (Empty(), [new ManifestProblem(new SourceLocation(file, (int)Math.Max(exception.Start.Line, 1)), $"This is not YAML: {exception.Message}")]);
        }
        catch (InvalidOperationException)
        {
            return (Empty(), [BrokenYaml.ProblemOf(text, file)]);
        }
    }

    /// <summary>The document, or null where the text is none.</summary>
    public static Field? TryRead(string text) => Read(text, "") is { Problems.Count: 0 } read ? read.Document : null;

    private static Field Empty() => Field.Of(new Dictionary<string, object?>());
}
