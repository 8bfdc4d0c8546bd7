using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>How calls spread over a service's instances: by a simple algorithm, or so that equal callers meet the same instance.</summary>
public sealed class LoadBalancingArgs : ResourceArgs
{
    /// <summary><c>ROUND_ROBIN</c>, <c>LEAST_REQUEST</c>, <c>RANDOM</c> or <c>PASSTHROUGH</c>.</summary>
    [Input("simple")]
    public string? Simple { get; set; }

    /// <summary>Stickiness by a hash.</summary>
    [Input("consistentHash")]
    public ConsistentHashingArgs? ConsistentHash { get; set; }
}
