namespace MeshStack.Definition.Istio;

/// <summary>The keys of faults.</summary>
internal interface IHttpFaultKeys
{
    /// <summary>Requests that wait.</summary>
    [Key("requests that wait before they go on", Default = "none")]
    public FaultDelay? Delay { get; }

    /// <summary>Requests that fail.</summary>
    [Key("requests that the proxy answers with a failure", Default = "none")]
    public FaultAbort? Abort { get; }
}

/// <summary>The keys of a delay.</summary>
internal interface IFaultDelayKeys
{
    /// <summary>How long they wait.</summary>
    [Key("how long they wait", Required = true, IsDuration = true)]
    public string? FixedDelay { get; }

    /// <summary>How many wait.</summary>
    [Key("how many of the requests", Required = true)]
    public Percent? Percentage { get; }
}

/// <summary>The keys of an abort.</summary>
internal interface IFaultAbortKeys
{
    /// <summary>Status of the answer.</summary>
    [Key("HTTP status of the answer; it or `grpcStatus` is required", Default = "none", Min = 200, Max = 599)]
    public int? HttpStatus { get; }

    /// <summary>Status of the answer in gRPC.</summary>
    [Key("gRPC status of the answer, such as `UNAVAILABLE`", Default = "none")]
    public string? GrpcStatus { get; }

    /// <summary>How many fail.</summary>
    [Key("how many of the requests", Required = true)]
    public Percent? Percentage { get; }
}

/// <summary>The key of a share.</summary>
internal interface IPercentKeys
{
    /// <summary>The share.</summary>
    [Key("share in percent, such as `0.1`", Required = true)]
    public double? Value { get; }
}

internal sealed partial record HttpFault : IHttpFaultKeys;

internal sealed partial record FaultDelay : IFaultDelayKeys;

internal sealed partial record FaultAbort : IFaultAbortKeys;

internal sealed partial record Percent : IPercentKeys;
