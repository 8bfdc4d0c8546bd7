namespace MeshStack.Manifests;

/// <summary>JSON objects that follow one another with nothing between them, as kubectl reads them.</summary>
/// <remarks>Source: YAMLOrJSONDecoder of k8s.io/apimachinery/pkg/util/yaml.</remarks>
internal static class JsonStream
{
    /// <summary>Where the object that begins at a place of a text ends, where another one follows it; null where none does.</summary>
    public static int? EndOfFirst(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at == text.Length || text[at] != '{')
        {
            return null;
        }

        var depth = 0;
        var isQuoted = false;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when isQuoted:
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '{' when !isQuoted:
                    depth++;
                    break;
                case '}' when !isQuoted && --depth == 0:
                    return IsFollowed(text.AsSpan(at + 1)) ? at + 1 : null;
            }
        }

        return null;
    }

    private static bool IsFollowed(ReadOnlySpan<char> rest) => rest.TrimStart() is ['{', ..];
}
