using System.Net;

namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, as one page that needs no other file.</summary>
internal static class AccessHtmlReport
{
    private const string Head = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Who may call whom</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
        body { color: #1b1f24; background: #fff }
        h2 { font-size: 1.05rem; margin: 1.6rem 0 .3rem }
        table { border-collapse: collapse; width: 100% }
        td, th { border-bottom: 1px solid #d8dee4; padding: .35rem .8rem .35rem 0; text-align: left; vertical-align: top }
        code, li { font: 13px/1.5 ui-monospace, monospace }
        .undecided { color: #9a6700 }
        details { color: #57606a }
        @media (prefers-color-scheme: dark) {
          body { color: #e6edf3; background: #0d1117 }
          td, th { border-color: #30363d }
          .undecided { color: #d29922 }
          details { color: #8d96a0 }
        }
        </style>
        </head>
        <body>
        <h1>Who may call whom</h1>

        """;

    public static void Write(AccessReport report, TextWriter output)
    {
        output.Write(Head);
        output.Write($"<p>{Text(AccessTextReport.Summary(report))}</p>\n");
        output.Write(report.Shown is { } shown ? $"<p>shown: {Text(shown)}</p>\n" : "");
        foreach (var service in report.Services)
        {
            output.Write(
                $"<h2>{Text(service.Target.ToString())}</h2>\n<table>\n<tr><th>Caller</th><th>May ask "
                    + "for</th><th>As</th><th>Through</th></tr>\n"
            );
            foreach (var caller in service.Callers)
            {
                var open = caller.Requests.Select(r => $"<code>{Text(r)}</code>");
                var undecided = caller.Undecided.Concat(caller.Reasons).Select(r => $"<code class=\"undecided\">{Text(r)}</code>");
                var (callers, requests) = (caller.Callers.Select(Text), open.Concat(undecided));
                output.Write($"<tr><td>{string.Join("<br>", callers)}{Why(caller)}</td><td>{string.Join("<br>", requests)}</td>");
                output.Write($"<td><code>{Text(caller.Host)}</code></td><td>{Text(caller.Through ?? "")}</td></tr>\n");
            }

            output.Write("</table>\n");
        }

        if (report.Closed.Count > 0)
        {
            output.Write(
                $"<h2>Closed to everyone</h2>\n<ul>\n{string.Concat(report.Closed.Select(t => $"<li>{Text(t.ToString())}</li>\n"))}</ul>\n"
            );
        }

        InvariantTable.Html(report.Invariants, output);
        if (report.Findings.Count > 0)
        {
            var findings = report.Findings.Select(f => $"<li>{f.Severity.ToString().ToLowerInvariant()} {Text(FindingText.Of(f))}</li>\n");
            output.Write($"<h2>Findings</h2>\n<ul>\n{string.Concat(findings)}</ul>\n");
        }

        output.Write("</body>\n</html>\n");
    }

    private static string Why(OpenAccess caller) =>
        $"<details><summary>why</summary><ul>{string.Concat(caller.Because.Select(c => $"<li>{Text(c.ToString())}</li>"))}</ul></details>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
