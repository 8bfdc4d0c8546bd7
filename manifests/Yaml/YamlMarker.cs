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

    private static bool IsAt(ReadOnlySpan<char> line) =>
        line.StartsWith("---", StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\n' or '\r' or '\t');
}
