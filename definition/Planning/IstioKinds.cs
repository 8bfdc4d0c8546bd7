namespace MeshStack.Definition.Planning;

/// <summary>Under which API Istio's kinds are written.</summary>
internal static class IstioKinds
{
    public const string Networking = "networking.istio.io/v1";

    public const string Security = "security.istio.io/v1";

    /// <summary>Group and version of a kind.</summary>
    public static string ApiVersion(string kind) =>
        kind switch
        {
            "AuthorizationPolicy" or "PeerAuthentication" or "RequestAuthentication" => Security,
            "Telemetry" => "telemetry.istio.io/v1",
            "WasmPlugin" => "extensions.istio.io/v1alpha1",
            "EnvoyFilter" or "ProxyConfig" => throw new ArgumentException($"nothing plans a {kind}", nameof(kind)),
            _ => Networking,
        };
}
