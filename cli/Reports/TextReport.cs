using System.Globalization;
using MeshStack.Cli.Commands;
using MeshStack.Manifests;
using MeshStack.Preview.Transitions;
using Spectre.Console;

namespace MeshStack.Cli.Reports;

/// <summary>The preview for people: whether it is fine and who may call whom, and after that what each cluster gets.</summary>
internal static class TextReport
{
    public static void Write(PreviewView view, TimeSpan elapsed, bool quiet, Streams streams)
    {
        var console = ReportConsole.Of(streams);
        if (quiet)
        {
            Quiet(console, view, elapsed);
            return;
        }

        console.Line($"{Size(view, elapsed)}");
        console.Draw(new Paragraph(Verdict(view.Counts), StyleOf(view.Counts)));
        Joined(console, view);
        Shown(console, view);
        Wrong(console, view, dependents: true);
        Transition(console, view);
        console.Line();
        AccessTable.Write(console, view);
        SidecarTable.Write(console, view.Preview.SidecarHosts);
        Concerns(console, view);
        foreach (var cluster in view.Clusters)
        {
            console.Line();
            ClusterTree.Write(console, cluster);
        }
    }

    private static void Joined(ReportConsole console, PreviewView view)
    {
        if (view.Preview.ProvedWith is { Count: > 0 } others)
        {
            var stacks = string.Join(", ", others.Append(view.Preview.Stack).Order(StringComparer.Ordinal));
            console.Line($"{PlainWriter.Of($"who may call whom is proved of the stacks {stacks} together")}");
        }
    }

    private static void Quiet(ReportConsole console, PreviewView view, TimeSpan elapsed)
    {
        Wrong(console, view, dependents: false);
        foreach (var notice in view.Preview.Transition.Where(notice => notice.Kind == TransitionKind.Refused))
        {
            Notice(console, notice);
        }

        foreach (var service in view.Rows.Where(row => row.Undecided.Count > 0).GroupBy(row => row.Service, StringComparer.Ordinal))
        {
            var reasons = string.Join("; ", service.SelectMany(row => row.Reasons).Distinct(StringComparer.Ordinal));
            console.Line($"[yellow]undecided[/] {PlainWriter.Of($"{service.Key}: {reasons}")}");
        }

        console.Draw(new Paragraph(Verdict(view.Counts), StyleOf(view.Counts)).Append($"; {Size(view, elapsed)}"));
        Shown(console, view);
    }

    private static string Size(PreviewView view, TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{view.Counts.Size} in {elapsed.TotalSeconds:0.0} s");

    private static string Verdict(PreviewCounts counts) =>
        string.Join(
            ", ",
            [
                .. counts.Wrong.Count == 0 ? ["no errors"] : counts.Wrong,
                .. counts.Questionable,
                .. counts.Invariants.Length == 0 ? Array.Empty<string>() : [counts.Invariants],
            ]
        );

    private static Style StyleOf(PreviewCounts counts) => Style.Parse(counts.Wrong.Count == 0 ? "bold" : "bold red");

    private static void Shown(ReportConsole console, PreviewView view)
    {
        if (view.Shown is { } shown)
        {
            console.Line($"[yellow]shown[/]: {PlainWriter.Of(shown)}");
        }
    }

    private static void Wrong(ReportConsole console, PreviewView view, bool dependents)
    {
        foreach (var outage in view.Preview.Outages)
        {
            var effect = UnreachableText.Of(outage, view.Preview.Stack);
            console.Line(
                outage.IsSkipped
                    ? (FormattableString)$"[bold]{outage.Cluster} cannot be reached[/]: {effect}"
                    : $"[red]{outage.Cluster} cannot be reached[/]: {effect}"
            );
            foreach (var dependent in dependents ? outage.Dependents : [])
            {
                console.Line($"  keeps what it has: {PlainWriter.Of(dependent)}");
            }
        }

        foreach (var finding in view.Findings.Where(WrongFinding.Is))
        {
            Finding(console, finding);
        }
    }

    private static void Transition(ReportConsole console, PreviewView view)
    {
        if (view.Preview.Since is not { } since)
        {
            return;
        }

        var notices = view.Preview.Transition;
        console.Line();
        console.Line($"[bold]Since {since}[/]: {(notices.Count == 0 ? "nothing that running workloads would notice" : "")}");
        foreach (var notice in notices.OrderBy(notice => notice.Kind != TransitionKind.Refused))
        {
            Notice(console, notice);
        }
    }

    private static void Notice(ReportConsole console, TransitionNotice notice)
    {
        var (colour, word) = notice.Kind switch
        {
            TransitionKind.Refused => ("red", "refused"),
            TransitionKind.Warning => ("yellow", "warning"),
            _ => ("blue", "to do"),
        };
        console.Draw(new Paragraph(word, Style.Parse(colour)).Append(" " + PlainWriter.Of(notice.ToString())));
    }

    private static void Finding(ReportConsole console, Finding finding) =>
        console.Draw(
            new Paragraph(
                finding.Severity.ToString().ToLowerInvariant(),
                Style.Parse(finding.Severity == Severity.Error ? "red" : "yellow")
            ).Append(" " + PlainWriter.Of(FindingText.Of(finding)))
        );

    private static void Concerns(ReportConsole console, PreviewView view)
    {
        Finding[] findings = [.. view.Findings.Where(finding => !WrongFinding.Is(finding))];
        var unset = view.Preview.Unset;
        if (findings.Length + view.Warnings.Count + unset.Count > 0)
        {
            console.Line();
        }

        foreach (var finding in findings)
        {
            Finding(console, finding);
        }

        foreach (var warning in view.Warnings)
        {
            console.Line($"[yellow]warning[/] {PlainWriter.Line(PlainWriter.Of(warning.ToString()))}");
        }

        if (unset.Count > 0)
        {
            var keys = string.Join(", ", unset.Select(value => value.Key));
            var command = $"pulumi config set --stack {view.Preview.Stack} --secret meshstack:KEY < FILE";
            console.Line($"[yellow]to set[/] before pulumi up, each by [dim]{command}[/]: {keys}");
        }
    }
}
