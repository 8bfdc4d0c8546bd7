using Pulumi;

namespace MeshStack.Istio;

public sealed partial class ServerTlsSettingsArgs
{
    /// <summary>TLS ended here with the certificate of a secret.</summary>
    public static ServerTlsSettingsArgs Simple(Input<string> credentialName) =>
        new() { Mode = ServerTlsMode.Simple, CredentialName = credentialName };

    /// <summary>Mutual TLS ended here with certificate and client roots of a secret.</summary>
    public static ServerTlsSettingsArgs Mutual(Input<string> credentialName) =>
        new() { Mode = ServerTlsMode.Mutual, CredentialName = credentialName };

    /// <summary>Mutual TLS ended here with the certificates that Istio issues.</summary>
    public static ServerTlsSettingsArgs IstioMutual() => new() { Mode = ServerTlsMode.IstioMutual };

    /// <summary>TLS passed on unopened by the routes of a VirtualService.</summary>
    public static ServerTlsSettingsArgs Passthrough() => new() { Mode = ServerTlsMode.Passthrough };

    /// <summary>Mesh TLS passed on unopened to the service that its SNI names.</summary>
    public static ServerTlsSettingsArgs AutoPassthrough() => new() { Mode = ServerTlsMode.AutoPassthrough };

    /// <summary>No TLS, every request sent on to HTTPS.</summary>
    public static ServerTlsSettingsArgs RedirectToHttps() => new() { HttpsRedirect = true };
}
