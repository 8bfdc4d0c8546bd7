using Pulumi;

namespace MeshStack.Istio;

/// <summary>Slow start of new endpoints.</summary>
public sealed class WarmupArgs : ResourceArgs
{
    /// <summary>Time until an endpoint gets its full share, e.g. "30s".</summary>
    [Input("duration", required: true)]
    public Input<string> Duration { get; set; } = null!;

    /// <summary>Percent of the full share at the start, 0-100; default 10.</summary>
    [Input("minimumPercent")]
    public Input<double>? MinimumPercent { get; set; }

    /// <summary>Steepness of the growth; default 1.0, linear.</summary>
    [Input("aggression")]
    public Input<double>? Aggression { get; set; }
}
