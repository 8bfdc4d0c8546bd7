namespace MeshStack.Analysis.Model;

/// <summary>A request that a caller makes.</summary>
public sealed record Request
{
    /// <summary>The host that the caller asks for; short names are resolved in its namespace.</summary>
    public required string Host { get; init; }

    /// <summary>The server name of the client's own TLS; null for the host.</summary>
    public string? ServerName { get; init; }

    /// <summary>The port; 80 by default.</summary>
    public int Port { get; init; } = 80;

    /// <summary>The HTTP method; GET by default.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path, with a query string if there is one; / by default.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The headers; names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The token, null without one.</summary>
    public Token? Token { get; init; }

    /// <summary>What the client sends; HTTP by default.</summary>
    public RequestProtocol Protocol { get; init; }
}
