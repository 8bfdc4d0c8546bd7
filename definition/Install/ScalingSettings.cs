namespace MeshStack.Definition;

/// <summary>How many replicas a deployment keeps, where, and what each of them uses.</summary>
public record ScalingSettings
{
    /// <summary>Fewest replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 1, or to 3 with profile production; from 2 on a PodDisruptionBudget is kept as well.</value>
    [Key("fewest replicas of the autoscaler", Default = "the profile's, else the chart's", Min = 1)]
    public int? MinReplicas { get; init; }

    /// <summary>Most replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 5, to 10 with profile production, or to <see cref="MinReplicas"/> where that is more.</value>
    [Key("most replicas of the autoscaler", Default = "the profile's, else the chart's", Min = 1)]
    public int? MaxReplicas { get; init; }

    /// <summary>A fixed number of replicas, without a HorizontalPodAutoscaler (which would ignore it).</summary>
    /// <value>Defaults to none: the autoscaler decides.</value>
    [Key("a fixed number of replicas, without an autoscaler", Default = "none: the autoscaler decides", Min = 1)]
    public int? Replicas { get; init; }

    /// <summary>Use of the requested CPU, in percent, that the HorizontalPodAutoscaler keeps to.</summary>
    /// <value>Defaults to the chart's 80.</value>
    [Key("use of the requested CPU that the autoscaler keeps to, in percent", Default = "the chart's", Min = 1)]
    public int? TargetCpuUtilization { get; init; }

    /// <summary>Replicas that a voluntary disruption must leave.</summary>
    /// <value>Defaults to 1 (2 with profile production) where two or more replicas are kept, and to no budget below.</value>
    [Key(
        "replicas that a voluntary disruption must leave, fewer than are kept",
        Default = "the profile's, else 1 where two or more are kept",
        Min = 1
    )]
    public int? MinAvailable { get; init; }

    /// <summary>Whether replicas prefer nodes of their own and are spread over zones.</summary>
    /// <value>Defaults to false, or to true with profile production.</value>
    [Key("whether replicas prefer nodes of their own and are spread over zones", Default = "the profile's, else `false`")]
    public bool? Spread { get; init; }

    /// <summary>Requests and limits of one replica.</summary>
    /// <value>Defaults to the chart's; with profile production istiod requests 500m and 2Gi, limited to 2 cores and 4Gi.</value>
    [Key("what each replica uses", Default = "the profile's, else the chart's")]
    public ResourcesSettings? Resources { get; init; }

    /// <summary>What is contradictory here, over the defaults of a profile.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="profile">The defaults.</param>
    /// <param name="chart">The resources of the chart, where they are known.</param>
    internal IEnumerable<ArgsProblem> Problems(string path, Scaling profile, IReadOnlyDictionary<string, object>? chart = null)
    {
        var kept = profile.With(this);
        foreach (var (key, value) in new[] { ("minReplicas", MinReplicas), ("replicas", Replicas) })
        {
            if (value is < 1)
            {
                yield return new($"{path}.{key}", $"{value} is not a number of replicas: 1 or more is allowed");
            }
        }

        if (Replicas is not null && (MinReplicas is not null || MaxReplicas is not null || TargetCpuUtilization is not null))
        {
            yield return new(
                $"{path}.replicas",
                "a fixed number turns the autoscaler off: give replicas, or minReplicas, maxReplicas and targetCpuUtilization"
            );
        }

        if (MaxReplicas is { } max && max < (MinReplicas ?? 1))
        {
            yield return new($"{path}.maxReplicas", $"{max} is less than minReplicas, {MinReplicas ?? 1}");
        }

        if (TargetCpuUtilization is < 1)
        {
            yield return new(
                $"{path}.targetCpuUtilization",
                $"{TargetCpuUtilization} is not a percentage of the requested CPU: 1 or more is allowed"
            );
        }

        var least = kept.Replicas ?? kept.Min ?? 1;
        if (MinAvailable is { } available && (available < 1 || available >= least))
        {
            yield return new(
                $"{path}.minAvailable",
                $"{available} of {least} replicas: 1 or more is allowed, and fewer than "
                    + $"{(Replicas is null ? "minReplicas" : "replicas")}, or no node could ever be drained"
            );
        }

        if (Resources is { } resources)
        {
            var all = ChartValues.Merge(chart ?? Empty.Map<object>(), kept.Resources);
            foreach (
                var problem in resources
                    .Problems($"{path}.resources")
                    .Concat(ResourceQuantities.Problems($"{path}.resources", resources, all))
            )
            {
                yield return problem;
            }
        }
    }
}
