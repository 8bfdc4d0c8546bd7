namespace MeshStack.Bench.Runs;

/// <summary>A program that makes the objects of a mesh.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Invocation">How it is run on one mesh.</param>
internal sealed record Contender(string Name, Invocation Invocation)
{
    private readonly List<Measurement> _runs = [];

    /// <summary>Runs it once more.</summary>
    public Measurement Run()
    {
        _runs.Add(MeasuredProcess.Run(Invocation));
        return _runs[^1];
    }

    /// <summary>Shortest run.</summary>
    public TimeSpan Best => _runs.Min(r => r.Wall);

    /// <summary>Middle run; of an even number, the mean of the middle two.</summary>
    public TimeSpan Median
    {
        get
        {
            var sorted = _runs.Select(r => r.Wall).Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>Least processor time of any run.</summary>
    public TimeSpan Cpu => _runs.Min(r => r.Cpu);

    /// <summary>Largest resident memory of any run, in bytes.</summary>
    public long PeakMemory => _runs.Max(r => r.PeakMemory);
}
