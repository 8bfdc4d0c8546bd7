namespace MeshStack.Definition;

/// <summary>How calls spread over a service's instances: by a simple algorithm, or so that equal callers meet the same instance.</summary>
public sealed record LoadBalancingSettings
{
    /// <summary><c>ROUND_ROBIN</c>, <c>LEAST_REQUEST</c>, <c>RANDOM</c> or <c>PASSTHROUGH</c>.</summary>
    public string? Simple { get; init; }

    /// <summary>Stickiness by a hash.</summary>
    public ConsistentHashingSettings? ConsistentHash { get; init; }

    internal static IReadOnlyList<string> SimpleAlgorithms { get; } = ["ROUND_ROBIN", "LEAST_REQUEST", "RANDOM", "PASSTHROUGH"];
}
