namespace MeshStack.Bench.Runs;

/// <summary>What a person waits for at least: the preview of a small stack.</summary>
/// <param name="FirstByte">Until the first byte is printed, best of all rounds.</param>
/// <param name="Wall">The whole run, best of all rounds.</param>
/// <param name="Help">The help, middle of all rounds.</param>
/// <param name="Nothing">A program that does nothing, middle of all rounds; null where there is none.</param>
internal sealed record StartUp(TimeSpan FirstByte, TimeSpan Wall, TimeSpan Help, TimeSpan? Nothing)
{
    public static StartUp Measure(Programs programs, int rounds)
    {
        var preview = new List<Measurement>();
        var (help, nothing) = (
            new Contender("help", programs.Help()),
            programs.Nothing() is { } empty ? new Contender("nothing", empty) : null
        );
        for (var round = 0; round < rounds; round++)
        {
            preview.Add(MeasuredProcess.RunToFirstByte(programs.PreviewSmallStack()));
            help.Run();
            nothing?.Run();
        }

        return new(preview.Min(r => r.FirstByte), preview.Min(r => r.Wall), help.Median, nothing?.Median);
    }
}
