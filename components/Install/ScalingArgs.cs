using Pulumi;

namespace MeshStack;

/// <summary>How many replicas a deployment keeps, where, and what each of them uses.</summary>
public class ScalingArgs : ResourceArgs
{
    /// <summary>Fewest replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 1, or to 3 with profile production; from 2 on a PodDisruptionBudget is kept as well.</value>
    [Input("minReplicas")]
    public int? MinReplicas { get; set; }

    /// <summary>Most replicas of the HorizontalPodAutoscaler.</summary>
    /// <value>Defaults to the chart's 5, to 10 with profile production, or to <see cref="MinReplicas"/> where that is more.</value>
    [Input("maxReplicas")]
    public int? MaxReplicas { get; set; }

    /// <summary>A fixed number of replicas, without a HorizontalPodAutoscaler (which would ignore it).</summary>
    /// <value>Defaults to none: the autoscaler decides.</value>
    [Input("replicas")]
    public int? Replicas { get; set; }

    /// <summary>Use of the requested CPU, in percent, that the HorizontalPodAutoscaler keeps to.</summary>
    /// <value>Defaults to the chart's 80.</value>
    [Input("targetCpuUtilization")]
    public int? TargetCpuUtilization { get; set; }

    /// <summary>Replicas that a voluntary disruption must leave.</summary>
    /// <value>Defaults to 1 (2 with profile production) where two or more replicas are kept, and to no budget below.</value>
    [Input("minAvailable")]
    public int? MinAvailable { get; set; }

    /// <summary>Whether replicas prefer nodes of their own and are spread over zones.</summary>
    /// <value>Defaults to false, or to true with profile production.</value>
    [Input("spread")]
    public bool? Spread { get; set; }

    /// <summary>Requests and limits of one replica.</summary>
    /// <value>Defaults to the chart's; with profile production istiod requests 500m and 2Gi, limited to 2 cores and 4Gi.</value>
    [Input("resources")]
    public ResourcesArgs? Resources { get; set; }

    /// <summary>What is contradictory here, over the defaults of a profile.</summary>
    internal IEnumerable<ArgsProblem> Problems(string path, Scaling profile)
    {
        var kept = profile.With(this);
        foreach (var (key, value) in new[] { ("minReplicas", MinReplicas), ("replicas", Replicas) })
        {
            if (value is < 1)
            {
                yield return new($"{path}.{key}", $"{value} is not a number of replicas: 1 or more is allowed");
            }
        }

        if (Replicas != null && (MinReplicas != null || MaxReplicas != null || TargetCpuUtilization != null))
        {
            yield return new($"{path}.replicas", "a fixed number turns the autoscaler off: give replicas, or minReplicas, maxReplicas and targetCpuUtilization");
        }

        if (MaxReplicas is { } max && max < (MinReplicas ?? 1))
        {
            yield return new($"{path}.maxReplicas", $"{max} is less than minReplicas, {MinReplicas ?? 1}");
        }

        if (TargetCpuUtilization is < 1)
        {
            yield return new($"{path}.targetCpuUtilization", $"{TargetCpuUtilization} is not a percentage of the requested CPU: 1 or more is allowed");
        }

        var least = kept.Replicas ?? kept.Min ?? 1;
        if (MinAvailable is { } available && (available < 1 || available >= least))
        {
            yield return new($"{path}.minAvailable", $"{available} of {least} replicas: 1 or more is allowed, and fewer than {(Replicas == null ? "minReplicas" : "replicas")}, or no node could ever be drained");
        }

        foreach (var problem in Resources?.Problems($"{path}.resources") ?? [])
        {
            yield return problem;
        }
    }
}
