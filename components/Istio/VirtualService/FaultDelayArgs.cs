using Pulumi;

namespace MeshStack.Istio;

/// <summary>Delay before forwarding.</summary>
public sealed class FaultDelayArgs : ResourceArgs
{
    /// <summary>Length of the delay, e.g. "5s"; not with exponentialDelay.</summary>
    [Input("fixedDelay")]
    public Input<string>? FixedDelay { get; set; }

    /// <summary>Mean of a random delay; in the schema, but istiod refuses it.</summary>
    [Input("exponentialDelay")]
    public Input<string>? ExponentialDelay { get; set; }

    /// <summary>Share of the requests; default all.</summary>
    [Input("percentage")]
    public Input<PercentArgs>? Percentage { get; set; }

    /// <summary>Percent of the requests, 0-100; the older form of percentage.</summary>
    [Obsolete("Use Percentage.")]
    [Input("percent")]
    public Input<int>? Percent { get; set; }

    /// <summary>A delay of fixed length, e.g. "5s", for a percentage of the requests; default all.</summary>
    public static FaultDelayArgs Fixed(Input<string> delay, Input<double>? percent = null) =>
        new() { FixedDelay = delay, Percentage = PercentArgs.OrAll(percent) };
}
