namespace MeshStack.Definition.Istio;

/// <summary>The keys of a ring of instances.</summary>
internal interface IRingHashKeys
{
    /// <summary>Fewest virtual nodes.</summary>
    // The most that Envoy takes: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto
    [Key("fewest virtual nodes", Default = "1024", Min = 1, Max = 8388608)]
    public int? MinimumRingSize { get; }
}

internal sealed partial record RingHash : IRingHashKeys;
