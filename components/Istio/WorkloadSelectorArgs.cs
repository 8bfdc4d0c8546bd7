using Pulumi;

namespace MeshStack.Istio;

/// <summary>Workloads of the object's namespace by their labels.</summary>
public sealed class WorkloadSelectorArgs : ResourceArgs
{
    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary>Labels that a workload must all carry.</summary>
    public InputMap<string> Labels
    {
        get => _labels ??= new();
        set => _labels = value;
    }
}
