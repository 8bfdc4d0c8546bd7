namespace MeshStack.Manifests;

/// <summary>What YAML's reader says of a broken text, in words of whoever wrote the text.</summary>
internal static class YamlReasons
{
    private static readonly (string Of, string Plain)[] Known =
    [
        ("',' or ']'", "a list that begins with '[' is not closed: ',' or ']' is missing"),
        ("',' or '}'", "a mapping that begins with '{' is not closed: ',' or '}' is missing"),
        ("found unexpected end of stream", "a text in quotes is not closed"),
        ("double-quoted scalar, found wrong indentation", "a text in quotes is not closed, or goes on in a line that is not indented"),
        ("found unexpected document indicator", "a text in quotes is not closed before the next document begins"),
        ("found invalid mapping", "a ':' with a space behind it stands within a value: put the value in quotes"),
        (
            "could not find expected ':'",
            "a line is neither 'KEY: VALUE' nor part of the one above it: its ':' or its indentation is missing"
        ),
        (
            "did not find expected key",
            "a line does not fit those above it: its indentation differs, or text follows a value that is closed"
        ),
        ("did not find expected '-'", "an item of a list does not fit those above it: begin it with '- ', at the same indentation"),
        ("did not find expected node content", "a value is missing, or begins with a character that YAML keeps for itself"),
        ("cannot start any token", "a value begins with a character that YAML keeps for itself, such as @ or %: put it in quotes"),
        ("tag", "a value begins with '!', which YAML keeps for itself: put it in quotes"),
        ("anchor", "a value begins with '*' or '&', which YAML keeps for itself: put it in quotes"),
        ("found unknown escape character", "a text in double quotes has a '\\' that means nothing: use single quotes"),
        ("hexadecimal number", "a text in double quotes has a '\\' that means nothing: use single quotes"),
        ("expected comment or line break", "text stands behind '|' or '>', which begin a text of several lines"),
        ("extra spaces in first line", "the first line of a text of several lines is indented further than the others"),
        ("more spaces in lines above", "an empty line before a text of several lines is indented further than the text"),
    ];

    /// <summary>The reason in plain words; as it is where nobody has put it in any.</summary>
    public static string Plain(string message)
    {
        foreach (var (of, plain) in Known)
        {
            if (message.StartsWith("While ", StringComparison.Ordinal) && message.Contains(of, StringComparison.Ordinal))
            {
                return plain;
            }
        }

        return message;
    }

    /// <summary>The reason why a text is no YAML in plain words, and the line that it stands in.</summary>
    public static (int Line, string Reason) Of(YamlProblem problem, string text) =>
        problem.Message.Contains(" tab ", StringComparison.Ordinal) && Tab(text, problem.Line) is { } line
            ? (line, "a tab stands where YAML takes spaces only: indent with spaces")
            : (problem.Line, Plain(problem.Message));

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
