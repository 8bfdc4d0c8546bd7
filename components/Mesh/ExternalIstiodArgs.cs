using Pulumi;

namespace MeshStack;

/// <summary>Where other clusters find the control plane that one cluster hosts for them.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/external-controlplane/.</remarks>
public sealed class ExternalIstiodArgs : ResourceArgs
{
    /// <summary>DNS name that leads to the gateway of the control plane, ports 15012 and 15017.</summary>
    [Input("host", required: true)]
    public string Host { get; set; } = null!;

    /// <summary>Secret of type <c>kubernetes.io/tls</c> in <c>istio-system</c> with a certificate for <see cref="Host"/> that public roots
    /// vouch for.</summary>
    /// <remarks>Proxies verify it by the CA certificates of their image, before they know the mesh's own root.</remarks>
    /// <value>Defaults to one that is made of <see cref="Certificate"/> and <see cref="PrivateKey"/>; one of the two is required.</value>
    [Input("credentialName")]
    public string? CredentialName { get; set; }

    /// <summary>Certificate for <see cref="Host"/> that public roots vouch for, with its chain, PEM.</summary>
    [Input("certificate")]
    public Input<string>? Certificate { get; set; }

    /// <summary>Private key of the certificate, PEM; give it as a secret.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>The gateway that leads to the control plane.</summary>
    [Input("gateway")]
    public GatewayInstallArgs Gateway { get; set; } = new();
}
