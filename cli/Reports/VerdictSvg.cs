using System.Globalization;
using System.Net;
using System.Text;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Reports;

/// <summary>The way of a request as a picture.</summary>
internal static class VerdictSvg
{
    private const int Width = 960;
    private const int Margin = 20;
    private const int LineHeight = 18;
    private const int Padding = 8;
    private const int Gap = 22;
    private const int LettersOfLine = 118;

    public static void Write(Question question, Verdict verdict, TextWriter output)
    {
        var body = new StringBuilder();
        var title = $"{verdict.Decision}: {question}";
        var y = Margin;
        var proxy = "";
        foreach (var line in Wrapped(title))
        {
            y += LineHeight;
            Text(body, Margin, y, line, "bold");
        }

        var isFirst = true;
        foreach (var node in DrawnStep.Of(verdict))
        {
            var end = y;
            y += Gap + (node.Proxy == proxy || isFirst ? 0 : LineHeight / 2);
            if (!isFirst)
            {
                Arrow(body, end, y, node.IsPast);
            }

            if (node.Proxy != proxy)
            {
                proxy = node.Proxy;
                Text(body, (Margin * 3) + 12, y - 4, $"at {proxy}", "bold");
            }

            isFirst = false;
            string[] lines = [.. node.Lines.SelectMany(Wrapped)];
            var height = (lines.Length * LineHeight) + (2 * Padding);
            var (fill, stroke) = node.Colors;
            body.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{Margin}\" y=\"{y}\" width=\"{Width - (2 * Margin)}\" height=\"{height}\" rx=\"5\" "
                    + $"fill=\"{fill}\" stroke=\"{stroke}\"/>\n"
            );
            for (var index = 0; index < lines.Length; index++)
            {
                Text(body, Margin + Padding, y + Padding + ((index + 1) * LineHeight) - 5, lines[index], "normal");
            }

            y += height;
        }

        output.Write(
            FormattableString.Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{y + Margin}\" ")
                + FormattableString.Invariant($"viewBox=\"0 0 {Width} {y + Margin}\" role=\"img\">\n")
        );
        output.Write($"<title>{Xml(title)}</title>\n");
        output.Write(
            "<defs><marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                + "<path d=\"M0 0 L8 4 L0 8 z\" fill=\"#666\"/></marker></defs>\n"
        );
        output.Write(
            "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<g font-family=\"monospace\" font-size=\"12\" fill=\"#000\">\n"
        );
        output.Write(body.ToString());
        output.Write("</g>\n</svg>\n");
    }

    private static void Arrow(StringBuilder body, int from, int to, bool isPast) =>
        body.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Margin * 3}\" y1=\"{from}\" x2=\"{Margin * 3}\" y2=\"{to}\" stroke=\"#666\""
            )
            .Append(isPast ? " stroke-dasharray=\"4 3\"" : "")
            .Append(" marker-end=\"url(#to)\"/>\n");

    private static void Text(StringBuilder body, int x, int y, string text, string weight) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x}\" y=\"{y}\" font-weight=\"{weight}\" xml:space=\"preserve\">{Xml(text)}</text>\n"
        );

    // At spaces where there are some, else in the middle of a word.
    private static IEnumerable<string> Wrapped(string text)
    {
        var indent = "";
        while (indent.Length + text.Length > LettersOfLine)
        {
            var room = LettersOfLine - indent.Length;
            var cut = text.LastIndexOf(' ', room - 1, room) is > 0 and var space ? space : room;
            yield return indent + text[..cut];
            text = text[cut..].TrimStart(' ');
            indent = "    ";
        }

        yield return indent + text;
    }

    private static string Xml(string text) => WebUtility.HtmlEncode(DrawnStep.Shown(text));
}
