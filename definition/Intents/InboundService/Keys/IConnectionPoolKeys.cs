namespace MeshStack.Definition.Istio;

/// <summary>The keys of a connection pool.</summary>
internal interface IConnectionPoolKeys
{
    /// <summary>Limits of connections.</summary>
    [Key("limits of connections of any protocol", Default = "Istio's")]
    public TcpConnectionPool? Tcp { get; }

    /// <summary>Limits of requests.</summary>
    [Key("limits of HTTP requests", Default = "Istio's")]
    public HttpConnectionPool? Http { get; }
}

internal sealed partial record ConnectionPoolSettings : IConnectionPoolKeys;
