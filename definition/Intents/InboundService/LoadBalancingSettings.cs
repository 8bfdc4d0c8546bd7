namespace MeshStack.Definition;

/// <summary>How calls spread over a service's instances: by a simple algorithm, or so that equal callers meet the same instance.</summary>
public sealed record LoadBalancingSettings
{
    /// <summary><c>ROUND_ROBIN</c>, <c>LEAST_REQUEST</c>, <c>RANDOM</c> or <c>PASSTHROUGH</c>.</summary>
    [Key(
        "algorithm",
        Default = "`LEAST_REQUEST`",
        Allowed = ["ROUND_ROBIN", "LEAST_REQUEST", "RANDOM", "PASSTHROUGH"],
        Is = "an algorithm",
        Mistaken = ["LEAST_CONN became LEAST_REQUEST"]
    )]
    public string? Simple { get; init; }

    /// <summary>Stickiness by a hash.</summary>
    [Key(
        "equal callers meet the same instance: one of `httpCookie`, `httpHeaderName`, `httpQueryParameterName`, `useSourceIp`, and "
            + "at most one of `ringHash` and `maglev`",
        Default = "none"
    )]
    public ConsistentHashingSettings? ConsistentHash { get; init; }
}
