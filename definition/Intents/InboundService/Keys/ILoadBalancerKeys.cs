namespace MeshStack.Definition.Istio;

/// <summary>The keys of load balancing.</summary>
internal interface ILoadBalancerKeys
{
    /// <summary>A simple algorithm.</summary>
    [Key(
        "algorithm",
        Name = "simple",
        Default = "`LEAST_REQUEST`",
        Allowed = ["ROUND_ROBIN", "LEAST_REQUEST", "RANDOM", "PASSTHROUGH"],
        Is = "an algorithm",
        Mistaken = ["LEAST_CONN became LEAST_REQUEST"]
    )]
    public string? Algorithm { get; }

    /// <summary>Stickiness by a hash.</summary>
    [Key(
        "equal callers meet the same instance: one of `httpCookie`, `httpHeaderName`, `httpQueryParameterName`, `useSourceIp`, and "
            + "at most one of `ringHash` and `maglev`",
        Name = "consistentHash",
        Default = "none"
    )]
    public ConsistentHash? Hash { get; }
}

internal sealed partial record LoadBalancerSettings : ILoadBalancerKeys;
