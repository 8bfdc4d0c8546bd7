using System.Buffers;
using System.Text;
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

            var bytes = File.ReadAllBytes(path);
            if (NotUtf8(bytes) is { } line)
            {
                problems.Error(
                    new SourceLocation(shown, line),
                    "",
                    "is not UTF-8: a character here is in another encoding, such as Latin-1; save the file as UTF-8"
                );
                return [];
            }

            using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            return Parse(text.ReadToEnd(), shown, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(start, "", $"cannot be read: {e.Message}");
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

    /// <summary>The line of the first byte that is in no UTF-8; null where there is none, or where the file says that it is no
    /// UTF-8.</summary>
    private static int? NotUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
        {
            return null;
        }

        var line = 1;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != OperationStatus.Done)
            {
                return line;
            }

            line += rune.Value == '\n' ? 1 : 0;
            bytes = bytes[length..];
        }

        return null;
    }

    private static (int Line, string Reason) Reason(YamlProblem problem, string text)
    {
        if (problem.DuplicateKey is { } key)
        {
            return (problem.Line, $"the key {key} is given twice");
        }

        if (problem.Message.Contains(" tab ", StringComparison.Ordinal) && Tab(text, problem.Line) is { } line)
        {
            return (line, "a tab stands where YAML takes spaces only: indent with spaces");
        }

        return (problem.Line, YamlReasons.Plain(problem.Message));
    }

    /// <summary>The line with a tab in front of its text that broke a document; null where none did.</summary>
    private static int? Tab(string text, int from)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = Math.Max(0, from - 2); i < lines.Length; i++)
        {
            var indent = lines[i].AsSpan()[..^lines[i].AsSpan().TrimStart(" \t").Length];
            if (indent.Contains('\t') && indent.Length < lines[i].Length)
            {
                return i + 1;
            }
        }

        return null;
    }
}
