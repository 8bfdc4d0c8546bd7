using Pulumi;

namespace MeshStack.Istio;

/// <summary>Weights of endpoints by the load that they report themselves, as ORCA metrics.</summary>
/// <remarks>Since Istio 1.32.</remarks>
public sealed class BackendUtilizationArgs : ResourceArgs
{
    /// <summary>Percent of its utilization that an endpoint is charged for errors.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("errorUtilizationPenaltyPercent")]
    public Input<int>? ErrorUtilizationPenaltyPercent { get; set; }

    [Input("metricNamesForComputingUtilization")]
    private InputList<string>? _metricNamesForComputingUtilization;

    /// <summary>Metrics of the endpoint's own that utilization is computed from.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> MetricNamesForComputingUtilization
    {
        get => _metricNamesForComputingUtilization ??= new();
        set => _metricNamesForComputingUtilization = value;
    }

    /// <summary>Time without reports until an endpoint has the default weight again, e.g. "3m".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightExpirationPeriod")]
    public Input<string>? WeightExpirationPeriod { get; set; }

    /// <summary>Time from the first report until an endpoint's weight counts, e.g. "10s".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightStabilizationPeriod")]
    public Input<string>? WeightStabilizationPeriod { get; set; }

    /// <summary>Time between computations of the weights, e.g. "1s".</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("weightUpdatePeriod")]
    public Input<string>? WeightUpdatePeriod { get; set; }
}
