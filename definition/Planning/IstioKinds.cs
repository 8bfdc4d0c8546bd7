namespace MeshStack.Definition.Planning;

/// <summary>Under which API Istio's kinds are written.</summary>
internal static class IstioKinds
{
    public const string Networking = "networking.istio.io/v1";

    public const string Security = "security.istio.io/v1";

    public static string ApiVersion(string kind) => kind is "AuthorizationPolicy" or "PeerAuthentication" or "RequestAuthentication" ? Security : Networking;
}
