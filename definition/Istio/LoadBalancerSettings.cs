namespace MeshStack.Definition.Istio;

internal sealed partial record LoadBalancerSettings
{
    /// <summary>An algorithm without affinity, one of <see cref="LoadBalancerAlgorithm"/>.</summary>
    public static LoadBalancerSettings Simple(string algorithm, LocalityLbSetting? locality = null, Warmup? warmup = null) =>
        new()
        {
            Algorithm = algorithm,
            LocalityLbSetting = locality,
            Warmup = warmup,
        };

    /// <summary>Affinity by a property of the request.</summary>
    public static LoadBalancerSettings ConsistentHash(ConsistentHash hash, LocalityLbSetting? locality = null) =>
        new() { Hash = hash, LocalityLbSetting = locality };
}
