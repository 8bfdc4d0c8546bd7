using Pulumi;

namespace MeshStack.Istio;

/// <summary>Preference of near endpoints: one of distribution, failover or priority by labels.</summary>
public sealed class LocalityLbSettingArgs : ResourceArgs
{
    /// <summary>Whether locality counts at all; default the mesh's setting.</summary>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("distribute")]
    private InputList<LocalityDistributeArgs>? _distribute;

    /// <summary>Shares of traffic from one locality to others.</summary>
    public InputList<LocalityDistributeArgs> Distribute
    {
        get => _distribute ??= new();
        set => _distribute = value;
    }

    [Input("failover")]
    private InputList<LocalityFailoverArgs>? _failover;

    /// <summary>Region that takes over from an unhealthy one; needs outlier detection.</summary>
    public InputList<LocalityFailoverArgs> Failover
    {
        get => _failover ??= new();
        set => _failover = value;
    }

    [Input("failoverPriority")]
    private InputList<string>? _failoverPriority;

    /// <summary>Labels, in order, that an endpoint should share with the client or, as "key=value", carry; needs outlier
    /// detection.</summary>
    public InputList<string> FailoverPriority
    {
        get => _failoverPriority ??= new();
        set => _failoverPriority = value;
    }
}
