namespace MeshStack.Analysis.Model;

/// <summary>What the client itself sends, before any proxy.</summary>
public enum RequestProtocol
{
    /// <summary>HTTP, which proxies read.</summary>
    Http,

    /// <summary>HTTP inside the client's own TLS; only a gateway that terminates it reads it.</summary>
    Https,

    /// <summary>Bytes of another protocol.</summary>
    Tcp,
}
