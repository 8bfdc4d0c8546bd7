namespace MeshStack.Definition.Istio;

/// <summary>The keys of retries.</summary>
internal interface IHttpRetryKeys
{
    /// <summary>How often a call is tried again.</summary>
    [Key("how often a call is tried again; `0` is never", Required = true, Min = 0)]
    public int? Attempts { get; }

    /// <summary>Time for each try.</summary>
    [Key("time for each try, the first included", Default = "the route's `timeout`", IsDuration = true)]
    public string? PerTryTimeout { get; }

    /// <summary>What is tried again.</summary>
    [Key(
        "what is tried again: Envoy's conditions and statuses, joined by commas, such as `5xx,reset` or `gateway-error,503`",
        Default = "`connect-failure,refused-stream,unavailable,cancelled`"
    )]
    public string? RetryOn { get; }

    /// <summary>Shortest time between tries.</summary>
    [Key("shortest time between tries, which doubles each time", Default = "`25ms`", IsDuration = true)]
    public string? Backoff { get; }

    /// <summary>Whether instances of other localities are tried.</summary>
    [Key("whether instances of other localities are tried", Default = "`false`")]
    public bool? RetryRemoteLocalities { get; }
}

internal sealed partial record HttpRetry : IHttpRetryKeys;
