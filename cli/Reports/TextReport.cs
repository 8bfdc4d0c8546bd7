using System.Globalization;
using MeshStack.Cli.Commands;
using MeshStack.Preview;
using MeshStack.Preview.Transitions;
using Spectre.Console;

namespace MeshStack.Cli.Reports;

/// <summary>The preview for people: what each cluster gets, who may call whom, and what is wrong.</summary>
internal static class TextReport
{
    /// <summary>Columns of a report that no terminal shows.</summary>
    private const int PipedWidth = 160;

    /// <summary>Columns below which a table makes no sense.</summary>
    private const int NarrowestWidth = 40;

    /// <summary>Columns from which on the table also says under which host a caller finds the service.</summary>
    private const int WideWidth = 120;

    // Styles rather than markup where there are thousands of lines: markup would be parsed for each.
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Type = new(Color.Blue, decoration: Decoration.Bold);

    public static void Write(MeshPreview preview, TimeSpan elapsed, Streams streams)
    {
        var console = Terminal(streams);
        var clusters = ClusterView.Of(preview);
        foreach (var cluster in clusters)
        {
            if (streams.IsOutputPiped && Columns(streams) is null)
            {
                streams.Output.Write(PlainTree.Of(cluster, Title(cluster)) + "\n");
            }
            else
            {
                console.Write(Tree(cluster));
                console.WriteLine();
            }
        }

        AccessTable.Write(console, preview, console.Profile.Width >= WideWidth);
        Outages(console, preview);
        Transition(console, preview);
        Concerns(console, preview);
        Invariants(console, preview);
        var noun = clusters.Count == 1 ? "cluster" : "clusters";
        var (objects, seconds) = (clusters.Sum(c => c.Objects), elapsed.TotalSeconds);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{clusters.Count}[/] {noun}, [bold]{preview.Components}[/] components, [bold]{objects}[/] objects in {seconds:0.0} s"
        );
    }

    /// <summary>Colours only on a terminal that wants them; the width that COLUMNS says, else the terminal's.</summary>
    private static IAnsiConsole Terminal(Streams streams)
    {
        var plain = streams.IsOutputPiped || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(plain ? streams.Output : streams.Terminal),
                Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,

                // They would write terminal codes into files and pipes wherever a CI system is found.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        if (Columns(streams) is { } columns)
        {
            console.Profile.Width = columns;
        }
        else if (streams.IsOutputPiped)
        {
            console.Profile.Width = PipedWidth;
        }

        return console;
    }

    private static int? Columns(Streams streams) =>
        int.TryParse(streams.Columns, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns >= NarrowestWidth
            ? columns
            : null;

    private static string Title(ClusterView cluster) =>
        $"{cluster.Name} context {cluster.Context}, network {cluster.Identity.Network}, services under {cluster.Identity.Domain}";

    private static Tree Tree(ClusterView cluster)
    {
        var tree = new Tree(new Paragraph().Append(cluster.Name, Bold).Append(Title(cluster)[cluster.Name.Length..], Dim)).Guide(
            TreeGuide.Line
        );
        foreach (var component in cluster.Components)
        {
            var node = tree.AddNode(
                new Paragraph().Append(component.Type, Type).Append($" {component.Name}  ").Append(Places(component), Dim)
            );
            foreach (var item in component.Objects)
            {
                node.AddNode(new Paragraph($"{item.Kind} {item.Place}").Append(item.Chart is null ? "" : $"  {item.Chart}", Dim));
            }
        }

        return tree;
    }

    public static string Places(ComponentView component) =>
        component.Sources switch
        {
            [] => "",
            [var one] => $"{one.File}:{one.Line}",
            [var first, ..] => FormattableString.Invariant($"{first.File}:{first.Line} and {component.Sources.Count - 1} more"),
        };

    private static void Outages(IAnsiConsole console, MeshPreview preview)
    {
        foreach (var outage in preview.Outages)
        {
            var effect = UnreachableText.Of(outage, preview.Stack);
            console.Write(
                outage.IsSkipped
                    ? Markup($"[bold]{outage.Cluster} cannot be reached[/]: {effect}\n")
                    : Markup($"[red]{outage.Cluster} cannot be reached[/]: {effect}\n")
            );
            foreach (var dependent in outage.Dependents)
            {
                console.Write(Markup($"  keeps what it has: {PlainWriter.Of(dependent)}\n"));
            }

            console.WriteLine();
        }
    }

    private static void Transition(IAnsiConsole console, MeshPreview preview)
    {
        if (preview.Since is not { } since)
        {
            return;
        }

        console.Write(
            Markup($"[bold]Since {since}[/]: {(preview.Transition.Count == 0 ? "nothing that running workloads would notice" : "")}\n")
        );
        foreach (var notice in preview.Transition)
        {
            var (colour, word) = notice.Kind switch
            {
                TransitionKind.Refused => ("red", "refused"),
                TransitionKind.Warning => ("yellow", "warning"),
                _ => ("blue", "to do"),
            };
            console.Write(new Markup($"  [{colour}]{word}[/] {Spectre.Console.Markup.Escape(PlainWriter.Of(notice.ToString()))}\n"));
        }

        console.WriteLine();
    }

    private static void Concerns(IAnsiConsole console, MeshPreview preview)
    {
        foreach (var finding in preview.Findings)
        {
            var colour = finding.Severity == Manifests.Severity.Error ? "red" : "yellow";
            console.Write(
                new Markup(
                    $"[{colour}]{finding.Severity.ToString().ToLowerInvariant()}[/] "
                        + $"{Spectre.Console.Markup.Escape(PlainWriter.Of(FindingText.Of(finding)))}\n"
                )
            );
        }

        foreach (var warning in preview.Warnings)
        {
            console.Write(Markup($"[yellow]warning[/] {PlainWriter.Of(warning.ToString())}\n"));
        }

        var unset = preview.Unset;
        if (unset.Count > 0)
        {
            var keys = string.Join(", ", unset.Select(v => v.Key));
            var command = $"pulumi config set --stack {preview.Stack} --secret meshstack:KEY < FILE";
            console.Write(Markup($"[yellow]to set[/] before pulumi up, each by [dim]{command}[/]: {keys}\n"));
        }

        if (preview.Findings.Count + preview.Warnings.Count + unset.Count > 0)
        {
            console.WriteLine();
        }
    }

    // That they were held against everything is worth a word, above all where there is nothing else to say.
    private static void Invariants(IAnsiConsole console, MeshPreview preview)
    {
        if (InvariantLines.Summary(preview.Proof.Invariants) is { Length: > 0 } summary)
        {
            console.Write(Markup($"[bold]{summary}[/]\n"));
        }
    }

    private static Markup Markup(FormattableString text) => Spectre.Console.Markup.FromInterpolated(CultureInfo.InvariantCulture, text);
}
