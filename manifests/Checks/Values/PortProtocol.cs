namespace MeshStack.Manifests;

/// <summary>The protocols of ports, written in any case.</summary>
internal static class PortProtocol
{
    public const string Known = "HTTP, HTTPS, HTTP2, GRPC, GRPC-Web, TCP, TLS, MONGO, REDIS, MYSQL";

    public static bool IsKnown(string text) => Placeholder.IsIn(text) || Canonical(text) is not null;

    public static bool IsHttp(string? text) => Canonical(text) is "http" or "http2" or "http_proxy" or "grpc" or "grpc-web";

    public static bool IsTls(string? text) => Canonical(text) is "https" or "tls";

    public static bool IsTcp(string? text) => Canonical(text) is "tcp" or "https" or "tls" or "mongo" or "redis" or "mysql";

    private static string? Canonical(string? text) =>
        text?.ToLowerInvariant() switch
        {
            "tcp"
            or "udp"
            or "grpc"
            or "grpc-web"
            or "http"
            or "http_proxy"
            or "http2"
            or "https"
            or "tls"
            or "mongo"
            or "redis"
            or "mysql" => text.ToLowerInvariant(),
            _ => null,
        };
}
