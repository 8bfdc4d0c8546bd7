using Pulumi;

namespace MeshStack.Istio;

/// <summary>Choice of the endpoint: a simple algorithm or a consistent hash.</summary>
public sealed class LoadBalancerSettingsArgs : ResourceArgs
{
    /// <summary>Algorithm without affinity; not with a hash.</summary>
    [Input("simple")] public Input<LoadBalancerAlgorithm>? Algorithm { get; set; }

    /// <summary>Affinity by a property of the request; not with an algorithm.</summary>
    [Input("consistentHash")] public Input<ConsistentHashArgs>? Hash { get; set; }

    /// <summary>Preference of near endpoints; replaces the mesh-wide one.</summary>
    [Input("localityLbSetting")] public Input<LocalityLbSettingArgs>? LocalityLbSetting { get; set; }

    /// <summary>Slow start of new endpoints; for round robin and least request only.</summary>
    [Input("warmup")] public Input<WarmupArgs>? Warmup { get; set; }

    /// <summary>Time of the slow start, e.g. "30s"; the older form of warmup.</summary>
    [Obsolete("Use Warmup.")]
    [Input("warmupDurationSecs")] public Input<string>? WarmupDurationSecs { get; set; }

    /// <summary>An algorithm without affinity.</summary>
    public static LoadBalancerSettingsArgs Simple(
        Input<LoadBalancerAlgorithm> algorithm, Input<LocalityLbSettingArgs>? locality = null, Input<WarmupArgs>? warmup = null) =>
        new() { Algorithm = algorithm, LocalityLbSetting = locality, Warmup = warmup };

    /// <summary>Affinity by a property of the request.</summary>
    public static LoadBalancerSettingsArgs ConsistentHash(Input<ConsistentHashArgs> hash, Input<LocalityLbSettingArgs>? locality = null) =>
        new() { Hash = hash, LocalityLbSetting = locality };
}
