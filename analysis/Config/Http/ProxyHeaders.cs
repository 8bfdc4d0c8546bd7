namespace MeshStack.Analysis.Config.Http;

/// <summary>What a proxy writes into the headers of a request that it reads.</summary>
/// <remarks>Source: mutateRequestHeaders in source/common/http/conn_manager_utility.cc of envoyproxy/envoy; gateways use the remote
/// address, sidecars do not.</remarks>
/// <param name="IsGateway">True for a gateway, whose client's headers about the connection count for nothing.</param>
/// <param name="IsTls">True where TLS ends at the proxy.</param>
/// <param name="HasPeerCertificate">Whether the client showed a certificate; null where it is not known.</param>
/// <param name="IsConfigured">True where the mesh configuration says otherwise.</param>
internal sealed record ProxyHeaders(bool IsGateway, bool IsTls, bool? HasPeerCertificate, bool IsConfigured)
{
    private static readonly string[] Traces =
    [
        "b3",
        "grpc-trace-bin",
        "traceparent",
        "tracestate",
        "x-client-trace-id",
        "x-cloud-trace-context",
        "x-ot-span-context",
    ];

    private static readonly string[] Configured =
    [
        "x-forwarded-client-cert",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-proto",
        "x-request-id",
    ];

    /// <summary>The headers that the proxy writes, in their order; what is there already may stay.</summary>
    public IEnumerable<(string Name, HeaderChange Change)> Changes =>
        IsConfigured
            ? Configured.Select(name =>
                (name, new HeaderChange(null, $"what proxies make of {name} is configured by the mesh's defaultConfig"))
            )
            :
            [
                (
                    "x-forwarded-client-cert",
                    HasPeerCertificate switch
                    {
                        true => Written("x-forwarded-client-cert"),
                        false => new(Value: null),
                        null => new(null, "it is not known whether the gateway sets x-forwarded-client-cert"),
                    }
                ),
                .. IsGateway ? [("x-forwarded-for", Written("x-forwarded-for"))] : Array.Empty<(string, HeaderChange)>(),
                ("x-forwarded-proto", new(IsTls ? "https" : "http") { IsDefault = !IsGateway }),
                ("x-request-id", Written("x-request-id")),
            ];

    /// <summary>Why it is not known whether a header is there once a proxy read the request, or null for any other header.</summary>
    public static string? WhyUnknown(string name) =>
        name.StartsWith("x-envoy-", StringComparison.Ordinal)
        || name.StartsWith("x-b3-", StringComparison.Ordinal)
        || Traces.Contains(name, StringComparer.Ordinal)
            ? $"proxies may write the header {name} themselves"
            : null;

    private static HeaderChange Written(string name) => new(null, $"proxies write the value of {name}") { IsPresent = true };
}
