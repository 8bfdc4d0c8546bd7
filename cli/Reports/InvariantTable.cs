using System.Net;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>The invariants of a stack, each with what becomes of it, as a table.</summary>
internal static class InvariantTable
{
    public static void Markdown(IReadOnlyList<InvariantState> states, TextWriter output)
    {
        if (states.Count == 0)
        {
            return;
        }

        output.Write($"\n#### {InvariantLines.Summary(states)}\n\n| Invariant | | Shown by | Where |\n|---|---|---|---|\n");
        foreach (var state in states)
        {
            var at = state.Invariant.Location;
            output.Write(
                $"| {MarkdownText.Code(state.Text)} | {InvariantLines.Word(state)} | {MarkdownText.Of(InvariantLines.Shown(state))} | "
                    + $"{MarkdownText.Of(FormattableString.Invariant($"{at.File}:{at.Line}"))} |\n"
            );
        }
    }

    public static void Html(IReadOnlyList<InvariantState> states, TextWriter output)
    {
        if (states.Count == 0)
        {
            return;
        }

        output.Write(
            $"<h2>{Text(InvariantLines.Summary(states))}</h2>\n<table>\n"
                + "<tr><th>Invariant</th><th></th><th>Shown by</th><th>Where</th></tr>\n"
        );
        foreach (var state in states)
        {
            var at = state.Invariant.Location;
            output.Write($"<tr><td><code>{Text(state.Text)}</code></td><td>{InvariantLines.Word(state)}</td>");
            output.Write(
                $"<td>{Text(InvariantLines.Shown(state))}</td><td>{Text(FormattableString.Invariant($"{at.File}:{at.Line}"))}</td></tr>\n"
            );
        }

        output.Write("</table>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
