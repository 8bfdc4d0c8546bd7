using Spectre.Console.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>Something drawn with every word in one piece, and no blanks at its ends, however narrow the terminal is.</summary>
/// <remarks>A host or a path that is broken cannot be copied; a line that is too long is the terminal's to fold, which keeps it one
/// word.</remarks>
internal sealed class WholeWords(IRenderable inner) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var width = Math.Max(maxWidth, inner.Measure(options, maxWidth).Min);
        var lines = Segment.SplitLines(inner.Render(options, width)).ConvertAll(Trimmed);
        var first = lines.FindIndex(line => line.Length > 0);
        return first < 0
            ? []
            : lines[first..(lines.FindLastIndex(line => line.Length > 0) + 1)].SelectMany(line => line.Append(Segment.LineBreak));
    }

    private static Segment[] Trimmed(SegmentLine line)
    {
        var last = line.FindLastIndex(segment => !string.IsNullOrWhiteSpace(segment.Text));
        return last < 0 ? [] : [.. line.Take(last), new Segment(line[last].Text.TrimEnd(), line[last].Style, line[last].Link)];
    }
}
