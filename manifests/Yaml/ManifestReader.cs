using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

/// <summary>Reads a text document by document, so that one that is broken does not hide what is wrong with the next.</summary>
internal sealed class ManifestReader(string file, string cluster)
{
    private readonly List<Manifest> _manifests = [];
    private readonly List<ManifestProblem> _problems = [];

    public IReadOnlyList<Manifest> Manifests => _manifests;

    public IReadOnlyList<ManifestProblem> Problems => _problems;

    public void Read(string text)
    {
        var line = 0;
        while (ReadUntilBroken(text, line) is { } brokenAt && NextDocument(text, brokenAt - line) is { } next)
        {
            line += text.AsSpan(0, next).Count('\n');
            text = text[next..];
        }
    }

    // Returns the line where the text stops being YAML, or null.
    private long? ReadUntilBroken(string text, int firstLine)
    {
        var problems = _problems.Count;
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            while (parser.Accept<DocumentStart>(out _))
            {
                parser.MoveNext();
                var nodes = new NodeReader(parser, file, firstLine);
                var document = nodes.Read();
                parser.Consume<DocumentEnd>();
                _problems.AddRange(nodes.Problems);
                if (nodes.Problems.Count == 0)
                {
                    Add(document, nodes);
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            var line = firstLine + Math.Max(exception.Start.Line, 1);
            if (_problems.Count == problems || _problems[^1].Location.Line != line)
            {
                _problems.Add(new ManifestProblem(new SourceLocation(file, (int)line), $"This is not YAML: {Sentence(exception.Message)}"));
            }

            return line;
        }
        catch (InvalidOperationException)
        {
            var problem = BrokenYaml.ProblemOf(text, file);
            var line = firstLine + problem.Location.Line;
            _problems.Add(problem with { Location = new SourceLocation(file, line) });
            return line;
        }
    }

    private void Add(object? document, NodeReader nodes)
    {
        if (document is null)
        {
            return;
        }

        var line = nodes.LineOf(document);
        if (document is not IReadOnlyDictionary<string, object?> body)
        {
            Report(line, "The document is no object; a manifest has apiVersion, kind and metadata.name.");
        }
        else if (body.TryGetValue("items", out var items) && items is IReadOnlyList<object?> list && body.At("kind") is string kind && kind.EndsWith("List", StringComparison.Ordinal))
        {
            foreach (var item in list)
            {
                Add(item, nodes);
            }
        }
        else if (Missing(body) is { Count: > 0 } missing)
        {
            Report(line, $"The document has no {string.Join(" and no ", missing)}; a manifest has apiVersion, kind and metadata.name, each a text.");
        }
        else
        {
            _manifests.Add(Manifest.OfNormalized(cluster, body, new SourceLocation(file, line)));
        }
    }

    private static List<string> Missing(IReadOnlyDictionary<string, object?> body)
    {
        List<string> missing = [];
        if (body.At("apiVersion") is not string { Length: > 0 })
        {
            missing.Add("apiVersion");
        }

        if (body.At("kind") is not string { Length: > 0 })
        {
            missing.Add("kind");
        }

        if (body.At("metadata", "name") is not string { Length: > 0 })
        {
            missing.Add("metadata.name");
        }

        return missing;
    }

    private void Report(int line, string message) => _problems.Add(new ManifestProblem(new SourceLocation(file, line), message));

    // The parser prefixes some of its messages with the position that the problem already names.
    private static string Sentence(string message)
    {
        var text = message[(message.LastIndexOf("): ", StringComparison.Ordinal) is var end && end >= 0 ? end + 3 : 0)..].Trim();
        return text.EndsWith('.') ? text : text + ".";
    }

    // A line of three dashes always starts a document, whatever was open before it.
    private static int? NextDocument(string text, long fromLine)
    {
        var line = 1L;
        for (var start = 0; start >= 0 && start < text.Length; line++)
        {
            if (start > 0 && line >= fromLine && IsMarker(text.AsSpan(start)))
            {
                return start;
            }

            var end = text.IndexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }

        return null;
    }

    private static bool IsMarker(ReadOnlySpan<char> line) => line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\n' or '\r' or '\t');
}
