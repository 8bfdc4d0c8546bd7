using System.Globalization;
using MeshStack.Cli.Commands;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MeshStack.Cli.Reports;

/// <summary>Draws a report for people: with the colours and the width of a terminal, or as plain lines of any length for a pipe.</summary>
internal sealed class ReportConsole
{
    /// <summary>Columns below which nothing can be laid out.</summary>
    private const int NarrowestWidth = 40;

    /// <summary>More columns than any line has.</summary>
    private const int AnyWidth = 1_000_000;

    private readonly IAnsiConsole _console;

    private ReportConsole(IAnsiConsole console, bool isPlain) => (_console, IsPlain) = (console, isPlain);

    /// <summary>True where each message and each row is to be one line: in a pipe or a file without a width that is asked for.</summary>
    public bool IsPlain { get; }

    /// <summary>Colours only on a terminal that wants them; the width that COLUMNS says, else the terminal's.</summary>
    public static ReportConsole Of(Streams streams)
    {
        var isUncoloured = streams.IsOutputPiped || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(isUncoloured ? streams.Output : streams.Terminal),
                Ansi = isUncoloured ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = isUncoloured ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = InteractionSupport.No,

                // They would write terminal codes into files and pipes wherever a CI system is found.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        var columns = Columns(streams);
        var isPlain = streams.IsOutputPiped && columns is null;
        if (isPlain || columns is not null)
        {
            console.Profile.Width = columns ?? AnyWidth;
        }

        return new(console, isPlain);
    }

    /// <summary>Draws something.</summary>
    public void Draw(IRenderable drawn) => _console.Write(new WholeWords(drawn));

    /// <summary>Writes a line of markup; what is put into it is text.</summary>
    public void Line(FormattableString markup) => Draw(Markup.FromInterpolated(CultureInfo.InvariantCulture, markup));

    /// <summary>Writes an empty line.</summary>
    public void Line() => _console.WriteLine();

    /// <summary>Writes lines as they are.</summary>
    public void Raw(string text) => _console.Profile.Out.Writer.Write(text);

    private static int? Columns(Streams streams) =>
        int.TryParse(streams.Columns, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns >= NarrowestWidth
            ? columns
            : null;
}
