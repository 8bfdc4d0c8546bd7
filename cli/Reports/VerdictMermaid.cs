using System.Globalization;
using System.Text;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Reports;

/// <summary>The way of a request as a flowchart of Mermaid.</summary>
internal static class VerdictMermaid
{
    public static void Write(Question question, Verdict verdict, TextWriter output)
    {
        var nodes = DrawnStep.Of(verdict);
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
            if (kind.Key != StepKind.Passed)
            {
                var name = kind.Key.ToString().ToLowerInvariant();
                var (fill, stroke) = nodes[kind.First()].Colors;
                output.Write($"  classDef {name} fill:{fill},stroke:{stroke},color:#000\n");
                output.Write($"  class {string.Join(',', kind.Select(index => FormattableString.Invariant($"step{index}")))} {name}\n");
            }
        }
    }

    // Mermaid reads entities behind a number sign, and markup otherwise.
    private static string Mermaid(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in DrawnStep.Shown(text))
        {
            _ = letter is '"' or '#' or '&' or '<' or '>' or '`' or '\\' or '*' or '_' or '~' or ';'
                ? escaped.Append(CultureInfo.InvariantCulture, $"#{(int)letter};")
                : escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
