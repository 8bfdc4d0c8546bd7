using Pulumi;

namespace MeshStack;

/// <summary>How many replicas a deployment keeps, and what each of them uses.</summary>
public class ScalingArgs : ResourceArgs
{
    /// <summary>Fewest replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 1; from 2 on a PodDisruptionBudget is kept as well.</value>
    [Input("minReplicas")]
    public int? MinReplicas { get; set; }

    /// <summary>Most replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 5, or to <see cref="MinReplicas"/> where that is more.</value>
    [Input("maxReplicas")]
    public int? MaxReplicas { get; set; }

    /// <summary>Replicas that a voluntary disruption must leave.</summary>
    /// <value>Defaults to 1 where <see cref="MinReplicas"/> is 2 or more, and to no budget below.</value>
    [Input("minAvailable")]
    public int? MinAvailable { get; set; }

    /// <summary>Requests and limits of one replica.</summary>
    /// <value>Defaults to the chart's.</value>
    [Input("resources")]
    public ResourcesArgs? Resources { get; set; }

    /// <summary>What is contradictory here.</summary>
    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        if (MinReplicas is < 1)
        {
            yield return new($"{path}.minReplicas", $"{MinReplicas} is not a number of replicas: 1 or more is allowed");
        }

        if (MaxReplicas is { } max && max < (MinReplicas ?? 1))
        {
            yield return new($"{path}.maxReplicas", $"{max} is less than minReplicas, {MinReplicas ?? 1}");
        }

        if (MinAvailable is { } available && (available < 1 || available >= (MinReplicas ?? 1)))
        {
            yield return new($"{path}.minAvailable", $"{available} of {MinReplicas ?? 1} replicas: 1 or more is allowed, and fewer than minReplicas, or no node could ever be drained");
        }

        foreach (var problem in Resources?.Problems($"{path}.resources") ?? [])
        {
            yield return problem;
        }
    }

    /// <summary>The most replicas, never fewer than the fewest.</summary>
    internal int? Most => MaxReplicas ?? (MinReplicas > DefaultMost ? MinReplicas : null);

    /// <summary>The budget, where one makes sense.</summary>
    internal int? Budget => MinAvailable ?? (MinReplicas >= 2 ? 1 : null);

    // autoscaleMax and autoscaling.maxReplicas of the istiod and gateway charts.
    private const int DefaultMost = 5;
}
