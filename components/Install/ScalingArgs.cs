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
}
