namespace MeshStack.Definition;

/// <summary>The protocols that a service's port may speak.</summary>
internal static class ServiceProtocols
{
    /// <summary>HTTP/1.1, upgraded between sidecars where they agree.</summary>
    public const string Http = "HTTP";

    /// <summary>gRPC, whose calls are all POST.</summary>
    public const string Grpc = "GRPC";

    /// <summary>All that are supported.</summary>
    public static IReadOnlyList<string> All { get; } = [Http, "HTTP2", Grpc, "TCP", "TLS"];

    /// <summary>Whether the proxies see requests with methods and paths, or only bytes.</summary>
    public static bool IsHttp(string protocol) => protocol is Http or "HTTP2" or Grpc;
}
