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

    /// <summary>How an instance that is new gets its share.</summary>
    [Key("a new instance gets its share little by little; with `ROUND_ROBIN` and `LEAST_REQUEST`", Default = "at once")]
    public Warmup? Warmup { get; }
}

/// <summary>The keys of a slow start.</summary>
internal interface IWarmupKeys
{
    /// <summary>How long it takes.</summary>
    [Key("how long it takes until it has its whole share", Required = true, IsDuration = true)]
    public string? Duration { get; }

    /// <summary>The share that it begins with.</summary>
    [Key("share that it begins with, in percent of its whole share", Default = "`10`")]
    public double? MinimumPercent { get; }

    /// <summary>How the share grows.</summary>
    [Key("how the share grows: `1` evenly, more than that slowly at first; 1 or more", Default = "`1`")]
    public double? Aggression { get; }
}

internal sealed partial record Warmup : IWarmupKeys;

internal sealed partial record LoadBalancerSettings : ILoadBalancerKeys;
