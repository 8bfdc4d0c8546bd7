namespace MeshStack.Definition.Istio;

/// <summary>The keys of a connection pool that hold for any protocol.</summary>
internal interface ITcpConnectionPoolKeys
{
    /// <summary>Connections to a host.</summary>
    [Key("connections to a host", Default = "Istio's", Min = 1)]
    public int? MaxConnections { get; }

    /// <summary>Time to connect.</summary>
    [Key("time to connect", Default = "Istio's", IsDuration = true)]
    public string? ConnectTimeout { get; }

    /// <summary>Time without bytes until a connection is closed.</summary>
    [Key("time without bytes until a connection is closed", Default = "Istio's", IsDuration = true)]
    public string? IdleTimeout { get; }

    /// <summary>Age at which a connection is closed.</summary>
    [Key("age at which a connection is closed", Default = "none", IsDuration = true)]
    public string? MaxConnectionDuration { get; }
}

internal sealed partial record TcpConnectionPool : ITcpConnectionPoolKeys;
