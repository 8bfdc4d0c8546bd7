namespace MeshStack.Definition.Istio;

/// <summary>The keys of the pings of HTTP/2.</summary>
internal interface IHttp2KeepAliveKeys
{
    /// <summary>Time between pings.</summary>
    [Key("time between pings", Required = true, IsDuration = true)]
    public string? Interval { get; }

    /// <summary>Time without an answer until the connection is closed.</summary>
    [Key("time without an answer to a ping until the connection is closed", Required = true, IsDuration = true)]
    public string? Timeout { get; }
}

internal sealed partial record Http2KeepAlive : IHttp2KeepAliveKeys;
