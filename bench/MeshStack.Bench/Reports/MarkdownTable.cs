namespace MeshStack.Bench.Reports;

/// <summary>A table that reads well as text and as Markdown; every column but the first is right-aligned.</summary>
internal sealed class MarkdownTable(params string[] header)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(TextWriter writer)
    {
        var widths = header.Select((h, column) => _rows.Select(r => r[column].Length).Append(h.Length).Append(3).Max()).ToArray();
        writer.WriteLine(Line(header));
        writer.WriteLine(
            $"|{string.Join('|', widths.Select((w, column) => column == 0 ? new string('-', w + 2) : new string('-', w + 1) + ":"))}|"
        );
        foreach (var row in _rows)
        {
            writer.WriteLine(Line(row));
        }

        string Line(string[] cells) =>
            $"| {string.Join(" | ", cells.Select((c, column) => column == 0 ? c.PadRight(widths[column]) : c.PadLeft(widths[column])))} |";
    }
}
