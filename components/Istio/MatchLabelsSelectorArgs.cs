using Pulumi;

namespace MeshStack.Istio;

/// <summary>Workloads that a policy applies to, by their labels.</summary>
public sealed class MatchLabelsSelectorArgs : ResourceArgs
{
    [Input("matchLabels")]
    private InputMap<string>? _matchLabels;

    /// <summary>Labels that a workload must all carry.</summary>
    public InputMap<string> MatchLabels
    {
        get => _matchLabels ??= new();
        set => _matchLabels = value;
    }
}
