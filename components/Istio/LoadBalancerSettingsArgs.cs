using Pulumi;

namespace MeshStack.Istio;

public sealed partial class LoadBalancerSettingsArgs
{
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
