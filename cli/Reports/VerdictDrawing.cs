using System.Globalization;
using System.Net;
using System.Text;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Reports;

/// <summary>The way of a request as a drawing: a node per step with the objects that decide it, and past a refusal those that refuse
/// it again.</summary>
internal static class VerdictDrawing
{
    private const int Width = 960;
    private const int Margin = 20;
    private const int LineHeight = 18;
    private const int Padding = 8;
    private const int Gap = 22;
    private const int LettersOfLine = 118;

    private enum Kind
    {
        Passed,
        Allowed,
        Refused,
        Open,
    }

    private sealed record Node(string Proxy, Kind Kind, IReadOnlyList<string> Lines, bool IsPast);

    /// <summary>A flowchart of Mermaid.</summary>
    public static void WriteMermaid(Question question, Verdict verdict, TextWriter output)
    {
        var nodes = Nodes(verdict);
        output.Write("flowchart TD\n");
        output.Write($"  asked([\"{Mermaid($"{verdict.Decision}: {question}")}\"])\n");
        for (var index = 0; index < nodes.Count; index++)
        {
            var node = nodes[index];
            if (index == 0 || nodes[index - 1].Proxy != node.Proxy)
            {
                output.Write(FormattableString.Invariant($"  subgraph at{index} [\"{Mermaid(node.Proxy)}\"]\n"));
            }

            output.Write(FormattableString.Invariant($"    step{index}[\"{string.Join("<br>", node.Lines.Select(Mermaid))}\"]\n"));
            if (index == nodes.Count - 1 || nodes[index + 1].Proxy != node.Proxy)
            {
                output.Write("  end\n");
            }
        }

        for (var index = 0; index < nodes.Count; index++)
        {
            var from = index == 0 ? "asked" : FormattableString.Invariant($"step{index - 1}");
            output.Write(FormattableString.Invariant($"  {from} {(nodes[index].IsPast ? "-.->" : "-->")} step{index}\n"));
        }

        foreach (var kind in nodes.Select((node, index) => (node.Kind, Index: index)).GroupBy(node => node.Kind, node => node.Index))
        {
            if (kind.Key != Kind.Passed)
            {
                var (fill, stroke) = ColorsOf(kind.Key);
                output.Write($"  classDef {NameOf(kind.Key)} fill:{fill},stroke:{stroke},color:#000\n");
                output.Write(
                    $"  class {string.Join(',', kind.Select(index => FormattableString.Invariant($"step{index}")))} {NameOf(kind.Key)}\n"
                );
            }
        }
    }

    /// <summary>A picture.</summary>
    public static void WriteSvg(Question question, Verdict verdict, TextWriter output)
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
        foreach (var node in Nodes(verdict))
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
            var (fill, stroke) = ColorsOf(node.Kind);
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

    private static List<Node> Nodes(Verdict verdict)
    {
        var last = verdict.Trace.Count - 1;
        return
        [
            .. verdict.Trace.Select(
                (step, index) =>
                    new Node(step.Proxy, index < last ? Kind.Passed : KindOf(verdict), Lines(step.Step, step.Outcome, step.Because), false)
            ),
            .. verdict
                .Obstacles.Skip(1)
                .Select(one => new Node(
                    one.Proxy,
                    one.IsCertain ? Kind.Refused : Kind.Open,
                    Lines(one.Step, one.IsCertain ? one.Reason : $"not decided: {one.Reason}", one.Because),
                    true
                )),
        ];
    }

    private static List<string> Lines(AccessStep step, string outcome, IReadOnlyList<Cause> because) =>
        [$"{VerdictReport.StepName(step)}: {outcome}", .. because.Select(cause => cause.ToString())];

    private static Kind KindOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Allowed => Kind.Allowed,
            Verdict.Undecided => Kind.Open,
            _ => Kind.Refused,
        };

    private static string NameOf(Kind kind) => kind.ToString().ToLowerInvariant();

    private static (string Fill, string Stroke) ColorsOf(Kind kind) =>
        kind switch
        {
            Kind.Allowed => ("#dff3e0", "#2e7d32"),
            Kind.Refused => ("#fbe0de", "#c62828"),
            Kind.Open => ("#fdf3d7", "#b28704"),
            _ => ("#f4f5f7", "#666"),
        };

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

    private static string Xml(string text) => WebUtility.HtmlEncode(Shown(text));

    // Mermaid reads entities behind a number sign, and markup otherwise.
    private static string Mermaid(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in Shown(text))
        {
            _ = letter is '"' or '#' or '&' or '<' or '>' or '`' or '\\' or '*' or '_' or '~' or ';'
                ? escaped.Append(CultureInfo.InvariantCulture, $"#{(int)letter};")
                : escaped.Append(letter);
        }

        return escaped.ToString();
    }

    // No form of text has letters that control.
    private static string Shown(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
