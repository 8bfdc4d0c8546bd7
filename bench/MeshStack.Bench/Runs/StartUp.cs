namespace MeshStack.Bench.Runs;

/// <summary>What a person waits for at least: the preview of a small stack.</summary>
/// <param name="FirstByte">Until the first byte is printed, best of all rounds.</param>
/// <param name="Wall">The whole run, best of all rounds.</param>
internal sealed record StartUp(TimeSpan FirstByte, TimeSpan Wall)
{
    public static StartUp Measure(Invocation preview, int rounds)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => MeasuredProcess.RunToFirstByte(preview)).ToList();
        return new(runs.Min(r => r.FirstByte), runs.Min(r => r.Wall));
    }
}
