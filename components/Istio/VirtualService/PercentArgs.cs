using Pulumi;

namespace MeshStack.Istio;

/// <summary>Share of the requests in percent.</summary>
public sealed class PercentArgs : ResourceArgs
{
    /// <summary>Percent, 0 or 0.0001-100.</summary>
    [Input("value")]
    public Input<double>? Value { get; set; }

    /// <summary>A share in percent, 0 or 0.0001-100.</summary>
    public static PercentArgs Of(Input<double> percent) => new() { Value = percent };

    internal static Input<PercentArgs>? OrAll(Input<double>? percent) => percent is null ? null : (Input<PercentArgs>)Of(percent);
}
