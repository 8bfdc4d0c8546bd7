using Pulumi;

namespace MeshStack.Istio;

public sealed partial class MetricsMatchArgs
{
    /// <summary>One of Istio's metrics, of both sides unless one is given.</summary>
    public static MetricsMatchArgs ForMetric(Input<TelemetryMetric> metric, Input<TelemetryMode>? mode = null) =>
        new() { Metric = metric, Mode = mode };

    /// <summary>A metric that is not one of Istio's, of both sides unless one is given.</summary>
    public static MetricsMatchArgs ForCustomMetric(Input<string> name, Input<TelemetryMode>? mode = null) =>
        new() { CustomMetric = name, Mode = mode };
}
