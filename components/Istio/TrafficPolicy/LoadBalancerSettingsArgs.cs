using Pulumi;

namespace MeshStack.Istio;

/// <summary>Choice of the endpoint: a simple algorithm, a consistent hash or reported load.</summary>
public sealed class LoadBalancerSettingsArgs : ResourceArgs
{
    /// <summary>Algorithm without affinity; not with a hash or reported load.</summary>
    [Input("simple")]
    public Input<LoadBalancerAlgorithm>? Algorithm { get; set; }

    /// <summary>Affinity by a property of the request; not with an algorithm or reported load.</summary>
    [Input("consistentHash")]
    public Input<ConsistentHashArgs>? Hash { get; set; }

    /// <summary>Load that the endpoints report; not with an algorithm or a hash.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("backendUtilization")]
    public Input<BackendUtilizationArgs>? Utilization { get; set; }

    /// <summary>Preference of near endpoints; replaces the mesh-wide one.</summary>
    [Input("localityLbSetting")]
    public Input<LocalityLbSettingArgs>? LocalityLbSetting { get; set; }

    /// <summary>Preference of the client's own zone, with the shares worked out by the proxy; not with localityLbSetting.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("zoneAwareLbSetting")]
    public Input<ZoneAwareLbSettingArgs>? ZoneAwareLbSetting { get; set; }

    /// <summary>Slow start of new endpoints; for round robin and least request only.</summary>
    [Input("warmup")]
    public Input<WarmupArgs>? Warmup { get; set; }

    /// <summary>Time of the slow start, e.g. "30s"; the older form of warmup.</summary>
    [Obsolete("Use Warmup.")]
    [Input("warmupDurationSecs")]
    public Input<string>? WarmupDurationSecs { get; set; }

    /// <summary>An algorithm without affinity.</summary>
    public static LoadBalancerSettingsArgs Simple(
        Input<LoadBalancerAlgorithm> algorithm,
        Input<LocalityLbSettingArgs>? locality = null,
        Input<WarmupArgs>? warmup = null
    ) =>
        new()
        {
            Algorithm = algorithm,
            LocalityLbSetting = locality,
            Warmup = warmup,
        };

    /// <summary>Affinity by a property of the request.</summary>
    public static LoadBalancerSettingsArgs ConsistentHash(Input<ConsistentHashArgs> hash, Input<LocalityLbSettingArgs>? locality = null) =>
        new() { Hash = hash, LocalityLbSetting = locality };

    /// <summary>Weights by the load that the endpoints report.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public static LoadBalancerSettingsArgs BackendUtilization(
        Input<BackendUtilizationArgs> utilization,
        Input<LocalityLbSettingArgs>? locality = null
    ) => new() { Utilization = utilization, LocalityLbSetting = locality };
}
