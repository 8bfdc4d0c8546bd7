namespace MeshStack.Bench.Runs;

/// <summary>What one run of a whole process took.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Cpu">Processor time of all its threads.</param>
/// <param name="PeakMemory">Largest resident memory, in bytes; 0 where the system does not tell.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Cpu, long PeakMemory, string Output)
{
    /// <summary>Until it printed its first byte; as long as the whole run where that was not looked at.</summary>
    public TimeSpan FirstByte { get; init; } = Wall;
}
