using Pulumi;

namespace MeshStack.Istio;

/// <summary>Preference of the client's own zone, with the shares worked out by the proxy; waypoints go by locality instead.</summary>
/// <remarks>Since Istio 1.31.</remarks>
public sealed class ZoneAwareLbSettingArgs : ResourceArgs
{
    /// <summary>Whether zones count at all; default true.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    [Input("failover")]
    private InputList<LocalityFailoverArgs>? _failover;

    /// <summary>Region that takes over from an unhealthy one; needs outlier detection.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<LocalityFailoverArgs> Failover
    {
        get => _failover ??= new();
        set => _failover = value;
    }

    [Input("failoverPriority")]
    private InputList<string>? _failoverPriority;

    /// <summary>Labels, in order, to share with the client, none of region, zone or subzone; needs outlier detection.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    public InputList<string> FailoverPriority
    {
        get => _failoverPriority ??= new();
        set => _failoverPriority = value;
    }

    /// <summary>Endpoints in the client's region below which zones do not count, at least 1; default Envoy's.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("minClusterSize")]
    public Input<int>? MinClusterSize { get; set; }
}
