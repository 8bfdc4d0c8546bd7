namespace MeshStack.Definition;

/// <summary>Replicas and resources as they come out of a profile and of what is asked for.</summary>
internal sealed record Scaling
{
    // autoscaleMax and autoscaling.maxReplicas of the istiod and gateway charts.
    private const int ChartMost = 5;

    /// <summary>The charts' own defaults.</summary>
    public static Scaling OfTheChart { get; } = new();

    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>A fixed number of replicas, without an autoscaler.</summary>
    public int? Replicas { get; init; }

    public int? Budget { get; init; }

    public int? TargetCpu { get; init; }

    public bool Spread { get; init; }

    public Dictionary<string, object> Resources { get; init; } = [];

    /// <summary>What is asked for, over these defaults.</summary>
    public Scaling With(ScalingSettings? given)
    {
        if (given is null)
        {
            return this;
        }

        var min = given.MinReplicas ?? (Min is { } least ? Math.Min(least, given.MaxReplicas ?? least) : null);
        var most = Max ?? ChartMost;
        var kept = given.Replicas ?? min ?? 1;
        return new()
        {
            Min = given.Replicas is null ? min : null,
            Max = given.Replicas is null ? given.MaxReplicas ?? (min > most ? min : Max) : null,
            Replicas = given.Replicas,
            Budget = given.MinAvailable ?? (kept >= 2 ? Math.Min(Budget ?? 1, kept - 1) : null),
            TargetCpu = given.Replicas is null ? given.TargetCpuUtilization : null,
            Spread = given.Spread ?? Spread,
            Resources = ChartValues.Merge(Resources, given.Resources?.ToValues()),
        };
    }
}
