using Pulumi;

namespace MeshStack.Istio;

/// <summary>Named part of a host's endpoints.</summary>
public sealed class SubsetArgs : ResourceArgs
{
    /// <summary>Name that routes refer to, a DNS label.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels that an endpoint of the subset must all carry.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }

    /// <summary>Policy of the subset, on top of the host's.</summary>
    [Input("trafficPolicy")]
    public Input<TrafficPolicyArgs>? TrafficPolicy { get; set; }
}
