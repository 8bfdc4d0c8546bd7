using System.Buffers;

namespace MeshStack.Cli.Questions;

/// <summary>A URL where host and port are asked for.</summary>
internal static class UrlText
{
    private const string Scheme = "://";

    // A shell would read these as something else.
    private static readonly SearchValues<char> Read = SearchValues.Create("?&*;|<>()$`\"' ~!#");

    /// <summary>The options to write in its place; null where the text is no URL.</summary>
    public static string? Replacement(string text)
    {
        var isWhole = text.Contains(Scheme, StringComparison.Ordinal);
        var isPart = text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && text[..slash].AsSpan().ContainsAny('.', ':');
        if (!(isWhole || isPart) || !Uri.TryCreate(isWhole ? text : $"any{Scheme}{text}", UriKind.Absolute, out var url))
        {
            return null;
        }

        var port = url.Port > 0 ? FormattableString.Invariant($"{url.Port}") : "PORT";
        var path = url.PathAndQuery is "" or "/" ? "" : $" --path {Quoted(url.PathAndQuery)}";
        return url.Host.Length == 0 ? null : $"--to {url.Host}:{port}{path}";
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Read) ? $"'{text.Replace("'", "%27", StringComparison.Ordinal)}'" : text;
}
