using MeshStack.Analysis.Model;
using MeshStack.Cli.Commands;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using Spectre.Console;

namespace MeshStack.Cli.Reports;

/// <summary>The table of who may call whom in a preview, as it is proved: all that is long is shortened, and <c>access</c> has the
/// whole.</summary>
internal static class AccessTable
{
    private const int MostLines = 4;

    private const int WidestLine = 60;

    /// <summary>Writes the table, and in a line each what it leaves out.</summary>
    /// <param name="console">Takes it.</param>
    /// <param name="preview">The preview.</param>
    /// <param name="wide">Whether there is room for the hosts.</param>
    public static void Write(IAnsiConsole console, MeshPreview preview, bool wide)
    {
        var rows = AccessRow.Of(preview.Proof);
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle("Who may call whom", Style.Parse("bold")) };
        table.AddColumns("Service", "Caller", "May ask for", "Through");
        if (wide)
        {
            table.AddColumn("Under");
        }

        foreach (var row in rows.Where(row => row.IsDeclared))
        {
            List<Text> cells =
            [
                new(PlainWriter.Of(row.Service), new Style(decoration: Decoration.Bold)),
                Lines(row.Callers),
                Lines(RequestsOf(row)),
                new(PlainWriter.Of(ThroughOf(row)), new Style(decoration: Decoration.Dim)),
            ];
            if (wide)
            {
                cells.Add(new(PlainWriter.Of(HostOf(row)), new Style(decoration: Decoration.Dim)));
            }

            table.AddRow(cells);
        }

        console.Write(table);
        var others = Beside(preview, rows);
        foreach (var other in others)
        {
            console.Write(new Text(PlainWriter.Of(other) + "\n"));
        }

        if (others.Count > 0)
        {
            console.WriteLine();
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
    public static IReadOnlyList<string> Beside(MeshPreview preview, IReadOnlyList<AccessRow> rows)
    {
        List<string> lines = [];
        var closed = preview.Proof.Matrix.Closed.Select(target => target.ToString()).ToArray();
        if (closed.Length > 0)
        {
            lines.Add($"closed to everyone: {string.Join(", ", RequestText.Shortened(closed, MostLines, WidestLine))}");
        }

        var others = rows.Where(row => !row.IsDeclared)
            .GroupBy(row => row.Service, StringComparer.Ordinal)
            .Select(own => own.Key + (own.All(row => row.Requests.Count == 0) ? " (undecided)" : ""))
            .ToArray();
        if (others.Length > 0)
        {
            lines.Add(
                "open or undecided though no intent is about them: "
                    + $"{string.Join(", ", RequestText.Shortened(others, MostLines, WidestLine))}; "
                    + $"{AccessOf(preview)} has them"
            );
        }

        return lines;
    }

    private static string AccessOf(MeshPreview preview) => preview.Definition is null ? "access" : $"access {preview.Stack}";

    private static Text Lines(IReadOnlyList<string> lines) =>
        new(PlainWriter.Of(string.Join('\n', RequestText.Shortened(lines, MostLines, WidestLine))));
}
