using System.Net;
using System.Text.RegularExpressions;

namespace MeshStack.Cli.Reports;

/// <summary>Text as Markdown, in which nothing is layout, a link, an image or a mention.</summary>
internal static partial class MarkdownText
{
    // A space without a width: nobody sees it, and what stands on its sides is no longer one word.
    private const string Between = "&#8203;";

    /// <summary>The text within a paragraph or a table's cell.</summary>
    public static string Of(string text) =>
        Words().Replace(Layout().Replace(Line(text), Escaped), word => word.Value.Insert(word.Length - 1, Between));

    /// <summary>The text as code, in a paragraph or a table's cell.</summary>
    public static string Code(string text) =>
        $"`{Line(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("`", "'", StringComparison.Ordinal)}`";

    /// <summary>The text within HTML.</summary>
    public static string Html(string text) => Reference().Replace(WebUtility.HtmlEncode(text), mark => mark.Value + Between);

    private static string Line(string text) => LineEnds().Replace(text, " ");

    private static string Escaped(Match match) =>
        match.Value switch
        {
            "&" => "&amp;",
            "<" => "&lt;",
            "@" or "#" => match.Value + Between,
            var mark => "\\" + mark,
        };

    [GeneratedRegex(@"[\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"[&<@#\\`*_|~]|\](?=[(\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    // Not the number of a letter.
    [GeneratedRegex("@|(?<!&)#", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@":/|www\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
