using Pulumi;

namespace MeshStack.Istio;

public sealed partial class FaultDelayArgs
{
    /// <summary>A delay of fixed length, e.g. "5s", for a percentage of the requests; default all.</summary>
    public static FaultDelayArgs Fixed(Input<string> delay, Input<double>? percent = null) =>
        new() { FixedDelay = delay, Percentage = PercentArgs.OrAll(percent) };
}
