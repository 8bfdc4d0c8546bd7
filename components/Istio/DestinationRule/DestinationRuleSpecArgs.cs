using Pulumi;

namespace MeshStack.Istio;

/// <summary>Host, its traffic policy and its subsets.</summary>
public sealed class DestinationRuleSpecArgs : ResourceArgs
{
    /// <summary>Name in the service registry; a short name resolves in the namespace of the rule.</summary>
    [Input("host", required: true)]
    public Input<string> Host { get; set; } = null!;

    /// <summary>Policy for all of the host's endpoints.</summary>
    [Input("trafficPolicy")]
    public Input<TrafficPolicyArgs>? TrafficPolicy { get; set; }

    [Input("subsets")]
    private InputList<SubsetArgs>? _subsets;

    /// <summary>Named parts of the host, such as versions.</summary>
    public InputList<SubsetArgs> Subsets
    {
        get => _subsets ??= new();
        set => _subsets = value;
    }

    [Input("exportTo")]
    private InputList<string>? _exportTo;

    /// <summary>Namespaces that see the rule; default "*", all; "." for its own.</summary>
    public InputList<string> ExportTo
    {
        get => _exportTo ??= new();
        set => _exportTo = value;
    }

    /// <summary>Client workloads of the namespace that the rule is for; default all.</summary>
    [Input("workloadSelector")]
    public Input<MatchLabelsSelectorArgs>? WorkloadSelector { get; set; }
}
