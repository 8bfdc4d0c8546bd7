using Pulumi;

namespace MeshStack.Istio;

public sealed partial class PercentArgs
{
    /// <summary>A share in percent, 0 or 0.0001-100.</summary>
    public static PercentArgs From(Input<double> percent) => new() { Value = percent };

    internal static Input<PercentArgs>? OrAll(Input<double>? percent) => percent is null ? null : (Input<PercentArgs>)From(percent);
}
