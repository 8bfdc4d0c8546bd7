using Pulumi;

namespace MeshStack.Istio;

/// <summary>TLS that a proxy speaks to the host it calls.</summary>
public sealed class ClientTlsSettingsArgs : ResourceArgs
{
    /// <summary>Kind of TLS; default DISABLE.</summary>
    [Input("mode")]
    public Input<ClientTlsMode>? Mode { get; set; }

    /// <summary>File with the client certificate in PEM; MUTUAL only.</summary>
    [Input("clientCertificate")]
    public Input<string>? ClientCertificate { get; set; }

    /// <summary>File with the client's private key; MUTUAL only.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>File with the roots that verify the server; without it the proxy's system roots do.</summary>
    [Input("caCertificates")]
    public Input<string>? CaCertificates { get; set; }

    /// <summary>File with the revocation list for the server's certificate.</summary>
    [Input("caCrl")]
    public Input<string>? CaCrl { get; set; }

    /// <summary>Secret with the client's certificate and roots, in place of files; gateways, and sidecars with a workload
    /// selector.</summary>
    [Input("credentialName")]
    public Input<string>? CredentialName { get; set; }

    /// <summary>Secret or ConfigMap with the roots that verify the server, where they are kept apart.</summary>
    /// <remarks>Since Istio 1.32.</remarks>
    [Input("caCertCredentialName")]
    public Input<string>? CaCertCredentialName { get; set; }

    [Input("subjectAltNames")]
    private InputList<string>? _subjectAltNames;

    /// <summary>Names that the server's certificate must carry one of.</summary>
    public InputList<string> SubjectAltNames
    {
        get => _subjectAltNames ??= new();
        set => _subjectAltNames = value;
    }

    /// <summary>Server name sent in the handshake; default the called host, or the name of the port and subset under
    /// ISTIO_MUTUAL.</summary>
    [Input("sni")]
    public Input<string>? Sni { get; set; }

    /// <summary>Whether the server's certificate goes unverified; default false.</summary>
    [Input("insecureSkipVerify")]
    public Input<bool>? InsecureSkipVerify { get; set; }

    /// <summary>Plain text.</summary>
    public static ClientTlsSettingsArgs Disable() => new() { Mode = ClientTlsMode.Disable };

    /// <summary>Mutual TLS with the workload's own mesh identity.</summary>
    public static ClientTlsSettingsArgs IstioMutual(Input<string>? sni = null) => new() { Mode = ClientTlsMode.IstioMutual, Sni = sni };
}
