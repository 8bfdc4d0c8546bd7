using Pulumi;

namespace MeshStack.Istio;

/// <summary>TLS that a gateway or sidecar expects from its clients.</summary>
public sealed class ServerTlsSettingsArgs : ResourceArgs
{
    /// <summary>What happens to the client's TLS; default PASSTHROUGH.</summary>
    [Input("mode")]
    public Input<ServerTlsMode>? Mode { get; set; }

    /// <summary>Secret with key, certificate and, for mutual TLS, client roots.</summary>
    [Input("credentialName")]
    public Input<string>? CredentialName { get; set; }

    [Input("credentialNames")]
    private InputList<string>? _credentialNames;

    /// <summary>One or two secrets, an RSA and an ECDSA one; not with credentialName or tlsCertificates.</summary>
    public InputList<string> CredentialNames
    {
        get => _credentialNames ??= new();
        set => _credentialNames = value;
    }

    [Input("tlsCertificates")]
    private InputList<TlsCertificateArgs>? _tlsCertificates;

    /// <summary>One or two certificates by file; not with credentialName or credentialNames.</summary>
    public InputList<TlsCertificateArgs> TlsCertificates
    {
        get => _tlsCertificates ??= new();
        set => _tlsCertificates = value;
    }

    /// <summary>Secret or ConfigMap with the roots that verify clients, where they are kept apart.</summary>
    [Input("caCertCredentialName")]
    public Input<string>? CaCertCredentialName { get; set; }

    /// <summary>File with the server certificate in PEM.</summary>
    [Input("serverCertificate")]
    public Input<string>? ServerCertificate { get; set; }

    /// <summary>File with the server's private key.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>File with the roots that verify clients.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }

    /// <summary>File with the revocation list for client certificates.</summary>
    [Input("caCrl")]
    public Input<string>? CaCrl { get; set; }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that a client certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }

    [Input("verifyCertificateSpki")]
    private InputList<string>? _verifyCertificateSpki;

    /// <summary>SHA-256 hashes in Base64 of the client keys to accept.</summary>
    public InputList<string> VerifyCertificateSpki
    {
        get => _verifyCertificateSpki ??= new();
        set => _verifyCertificateSpki = value;
    }

    [Input("verifyCertificateHash")]
    private InputList<string>? _verifyCertificateHash;

    /// <summary>SHA-256 hashes in hex of the client certificates to accept.</summary>
    public InputList<string> VerifyCertificateHash
    {
        get => _verifyCertificateHash ??= new();
        set => _verifyCertificateHash = value;
    }

    /// <summary>Lowest TLS version; default TLS 1.2.</summary>
    [Input("minProtocolVersion")]
    public Input<TlsProtocolVersion>? MinProtocolVersion { get; set; }

    /// <summary>Highest TLS version; default TLS 1.3.</summary>
    [Input("maxProtocolVersion")]
    public Input<TlsProtocolVersion>? MaxProtocolVersion { get; set; }

    [Input("cipherSuites")]
    private InputList<string>? _cipherSuites;

    /// <summary>Cipher suites on offer; default Envoy's list.</summary>
    public InputList<string> CipherSuites
    {
        get => _cipherSuites ??= new();
        set => _cipherSuites = value;
    }

    [Input("ecdhCurves")]
    private InputList<string>? _ecdhCurves;

    /// <summary>ECDH curves on offer; default Envoy's list.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> EcdhCurves
    {
        get => _ecdhCurves ??= new();
        set => _ecdhCurves = value;
    }

    [Input("alpnProtocols")]
    private InputList<string>? _alpnProtocols;

    /// <summary>ALPN protocols on offer, in place of the proxy's own.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    public InputList<string> AlpnProtocols
    {
        get => _alpnProtocols ??= new();
        set => _alpnProtocols = value;
    }

    /// <summary>Whether a client whose certificate does not verify is let in all the same; default false.</summary>
    /// <remarks>Since Istio 1.31.</remarks>
    [Input("insecureSkipVerify")]
    public Input<bool>? InsecureSkipVerify { get; set; }

    /// <summary>Whether plain HTTP is answered with a 301 to HTTPS; default false.</summary>
    [Input("httpsRedirect")]
    public Input<bool>? HttpsRedirect { get; set; }

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
