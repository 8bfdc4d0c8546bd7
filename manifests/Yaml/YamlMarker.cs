namespace MeshStack.Manifests;

/// <summary>The line of three dashes that starts a document.</summary>
internal static class YamlMarker
{
    /// <summary>Where the first one behind the beginning stands that is not above a line; null where there is none.</summary>
    public static int? Find(string text, int fromLine)
    {
        var line = 2;
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1), line++)
        {
            if (line >= fromLine && IsAt(text.AsSpan(end + 1)))
            {
                return end + 1;
            }
        }

        return null;
    }

    /// <summary>Where the first one stands behind a place; null where there is none.</summary>
    public static int? FindNext(string text, int behind)
    {
        for (var end = text.IndexOf('\n', behind); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            if (IsAt(text.AsSpan(end + 1)))
            {
                return end + 1;
            }
        }

        return null;
    }

    /// <summary>Where the last one stands before a place; the beginning where there is none.</summary>
    public static int FindLast(string text, int before, int beginning)
    {
        for (var start = before; start > beginning; start--)
        {
            if (text[start - 1] == '\n' && IsAt(text.AsSpan(start)))
            {
                return start;
            }
        }

        return beginning;
    }

    private static bool IsAt(ReadOnlySpan<char> line) =>
        line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\n' or '\r' or '\t');
}
