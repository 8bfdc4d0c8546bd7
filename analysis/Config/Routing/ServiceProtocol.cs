namespace MeshStack.Analysis.Config.Routing;

/// <summary>The protocol of a service's port: its appProtocol, the prefix of its name, or what is seen on the wire.</summary>
/// <remarks>Source: https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/.</remarks>
internal static class ServiceProtocol
{
    // Ports on which the server speaks first, so that nothing can be detected.
    private static readonly int[] ServerFirst = [25, 53, 3306, 27017];

    public enum Kind
    {
        Detected,
        Http,
        Tls,
        Tcp,
        Udp,
    }

    public static Kind Of(string name, string? appProtocol, int number, string? transport = null)
    {
        if (transport == "UDP")
        {
            return Kind.Udp;
        }

        if (appProtocol is { Length: > 0 })
        {
            return Parse(
                appProtocol is "kubernetes.io/h2c" ? "http2"
                : appProtocol is "kubernetes.io/ws" ? "http"
                : appProtocol is "kubernetes.io/wss" ? "https"
                : appProtocol
            );
        }

        var parsed = name.StartsWith("grpc-web", StringComparison.OrdinalIgnoreCase) ? Kind.Http : Parse(name.Split('-')[0]);
        return parsed == Kind.Detected && ServerFirst.Contains(number) ? Kind.Tcp : parsed;
    }

    public static Kind Parse(string? protocol) =>
        string.Equals(protocol, "UDP", StringComparison.OrdinalIgnoreCase) ? Kind.Udp
        : PortProtocol.IsHttp(protocol) ? Kind.Http
        : PortProtocol.IsTls(protocol) ? Kind.Tls
        : PortProtocol.IsTcp(protocol) ? Kind.Tcp
        : Kind.Detected;
}
