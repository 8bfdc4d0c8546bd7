using MeshStack.Analysis.Model;
using MeshStack.Cli.Commands;
using MeshStack.Preview.Access;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom in a preview, as it is proved: as a table, a block per service, or in a pipe a line per caller and
/// host.</summary>
/// <remarks>Hosts, callers and paths are there to be copied: a form that would break one of them gives way to a narrower one.</remarks>
internal static class AccessTable
{
    private const int MostLines = 4;

    private const int WidestLine = 60;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);

    /// <summary>Writes who may call whom, and in a line each what is left out of it.</summary>
    public static void Write(ReportConsole console, PreviewView view)
    {
        console.Line($"[bold]Who may call whom[/]");
        AccessRow[] rows = [.. view.Rows.Where(row => row.IsDeclared)];
        if (rows.Length == 0)
        {
            console.Line($"nobody may call any service of an intent");
        }
        else
        {
            console.Draw(console.IsPlain ? Plain(rows) : new FirstThatFits(Wide(rows), Blocks(rows), Narrow(rows)));
        }

        foreach (var other in Beside(view))
        {
            console.Draw(new Text(PlainWriter.Of(other)));
        }
    }

    /// <summary>What may be asked for, and what is undecided.</summary>
    public static IReadOnlyList<string> RequestsOf(AccessRow row) =>
        [.. row.Requests, .. row.Undecided.Select(line => $"undecided: {line}")];

    /// <summary>The gateways in short: without their namespaces, and those of every mesh by what they are for.</summary>
    public static string ThroughOf(AccessRow row) =>
        row.Through is { } through ? string.Join(' ', through.Split(' ').Select(Short)) : "no gateway";

    private static string Short(string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? word
            : word[(slash + 1)..]
                .Replace(GatewayModel.EastWestName, "east-west", StringComparison.Ordinal)
                .Replace(GatewayModel.IngressName, "ingress", StringComparison.Ordinal);
    }

    /// <summary>One of the hosts, and how many there are more.</summary>
    public static string HostOf(AccessRow row) =>
        row.Hosts is [var one] ? one : FormattableString.Invariant($"{row.Hosts[0]} and {row.Hosts.Count - 1} more");

    /// <summary>The services that nobody may call, and those that no intent is about, a line each.</summary>
    public static IReadOnlyList<string> Beside(PreviewView view)
    {
        List<string> lines = [];
        string[] closed = [.. view.Closed.Select(target => target.ToString())];
        if (closed.Length > 0)
        {
            lines.Add($"closed to everyone: {Joined(closed)}");
        }

        var others = view
            .Rows.Where(row => !row.IsDeclared)
            .GroupBy(row => row.Service, StringComparer.Ordinal)
            .Select(own => own.Key + (own.All(row => row.Requests.Count == 0) ? " (undecided)" : ""))
            .ToArray();
        if (others.Length > 0)
        {
            var command = view.Preview.Definition is null ? "access" : $"access {view.Preview.Stack}";
            lines.Add($"open or undecided though no intent is about them: {Joined(others)}; {command} has them");
        }

        return lines;
    }

    private static string Joined(string[] names) => string.Join(", ", RequestText.Shortened(names, MostLines, int.MaxValue));

    // A tool that looks for one thing in a line finds all that belongs to it there, and nothing is left out.
    private static Table Plain(IReadOnlyList<AccessRow> rows)
    {
        var table = Bare();
        table.ShowHeaders = true;
        foreach (var name in new[] { "Service", "Caller", "May ask for", "Through", "Under" })
        {
            table.AddColumn(Column(name, right: 2));
        }

        foreach (var row in rows)
        {
            var requests = string.Join("; ", RequestsOf(row));
            foreach (var caller in row.Callers)
            {
                foreach (var host in row.Hosts)
                {
                    table.AddRow([Text(row.Service), Text(caller), Text(requests), Text(ThroughOf(row)), Text(host)]);
                }
            }
        }

        return table;
    }

    private static Table Wide(IReadOnlyList<AccessRow> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Whole("Service", rows.Select(row => row.Service)));
        table.AddColumn(Whole("Caller", rows.SelectMany(CallersOf)));
        table.AddColumn(new TableColumn("May ask for"));
        table.AddColumn(Whole("Through", rows.Select(ThroughOf)));
        table.AddColumn(Whole("Under", rows.SelectMany(HostsOf)));
        foreach (var row in rows)
        {
            table.AddRow([
                Text(row.Service, Bold),
                Text(string.Join('\n', CallersOf(row))),
                Text(string.Join('\n', RequestLinesOf(row))),
                Text(ThroughOf(row), Dim),
                Text(string.Join('\n', HostsOf(row))),
            ]);
        }

        return table;
    }

    private static Table Blocks(IReadOnlyList<AccessRow> rows)
    {
        var table = Bare();
        table.AddColumn(Whole("", rows.Select(row => row.Service).Concat(rows.SelectMany(CallersOf).Select(Inner)), right: 2));
        table.AddColumn(Column("", right: 0));
        foreach (var service in rows.GroupBy(row => row.Service, StringComparer.Ordinal))
        {
            table.AddRow(Text(service.Key, Bold), Text(""));
            foreach (var row in service)
            {
                table.AddRow(Text(string.Join('\n', CallersOf(row).Select(Inner))), Details(new Paragraph(), row));
            }
        }

        return table;
    }

    private static Rows Narrow(IReadOnlyList<AccessRow> rows) =>
        new(
            rows.GroupBy(row => row.Service, StringComparer.Ordinal)
                .SelectMany(
                    IEnumerable<IRenderable> (service) => [new WholeWords(Text(service.Key, Bold)), new WholeWords(Listed(service))]
                )
        );

    private static Table Listed(IEnumerable<AccessRow> rows)
    {
        var table = Bare();
        table.AddColumn(Whole("", ["-"], right: 1));
        table.AddColumn(Column("", right: 0));
        foreach (var row in rows)
        {
            table.AddRow(
                Text("-"),
                Details(new Paragraph(string.Concat(CallersOf(row).Select(caller => PlainWriter.Of(caller) + "\n"))), row)
            );
        }

        return table;
    }

    private static Paragraph Details(Paragraph lines, AccessRow row) =>
        lines
            .Append(PlainWriter.Of(string.Concat(RequestLinesOf(row).Concat(HostsOf(row)).Select(line => line + "\n"))))
            .Append(PlainWriter.Of(row.Through is null ? "through no gateway" : $"through {ThroughOf(row)}"), Dim);

    private static string Inner(string line) => "  " + line;

    private static IReadOnlyList<string> CallersOf(AccessRow row) => RequestText.Shortened(row.Callers, MostLines, int.MaxValue);

    private static IReadOnlyList<string> HostsOf(AccessRow row) => RequestText.Shortened(row.Hosts, MostLines, int.MaxValue);

    private static IReadOnlyList<string> RequestLinesOf(AccessRow row) => RequestText.Shortened(RequestsOf(row), MostLines, WidestLine);

    private static Table Bare() => new() { Border = TableBorder.None, ShowHeaders = false };

    private static TableColumn Column(string name, int right) => new(name) { Padding = new Padding(0, 0, right, 0) };

    /// <summary>A column that is as wide as its widest line, wherever else room is short.</summary>
    private static TableColumn Whole(string name, IEnumerable<string> lines, int? right = null)
    {
        var column = right is { } padding ? Column(name, padding) : new TableColumn(name);
        (column.NoWrap, column.Width) = (true, lines.Select(PlainWriter.Of).Append(name).Max(line => line.GetCellWidth()));
        return column;
    }

    private static Text Text(string text, Style? style = null) => new(PlainWriter.Of(text), style);
}
