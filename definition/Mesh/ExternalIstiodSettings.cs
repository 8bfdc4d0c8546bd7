using System.Net;

namespace MeshStack.Definition;

/// <summary>Where other clusters find the control plane that one cluster hosts for them.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/external-controlplane/.</remarks>
public sealed record ExternalIstiodSettings
{
    /// <summary>DNS name that leads to the gateway of the control plane, ports 15012 and 15017.</summary>
    [Key("full DNS name that leads to the gateway", Required = true)]
    public required string Host { get; init; }

    /// <summary>Secret of type <c>kubernetes.io/tls</c> in <c>istio-system</c> with a certificate for <see cref="Host"/> that public roots
    /// vouch for.</summary>
    /// <remarks>Proxies verify it by the CA certificates of their image, before they know the mesh's own root.</remarks>
    /// <value>Defaults to one that is made of <see cref="Certificate"/> and <see cref="PrivateKey"/>; one of the two is required.</value>
    [Key(
        "secret of `istio-system` that is there already, with a certificate for the host",
        Default = "required, or `certificate` and `privateKey`"
    )]
    public string? CredentialName { get; init; }

    /// <summary>Certificate for <see cref="Host"/> that public roots vouch for, with its chain, PEM.</summary>
    [Key("certificate for the host, with its chain, PEM", Default = "none")]
    public TextValue? Certificate { get; init; }

    /// <summary>Private key of the certificate, PEM; give it as a secret.</summary>
    [Key("its private key, PEM", Default = "none", IsSecret = true)]
    public TextValue? PrivateKey { get; init; }

    /// <summary>The gateway that leads to the control plane.</summary>
    [Key("the gateway that leads there", Default = "one with defaults", Table = "gateways")]
    public GatewayInstallSettings Gateway { get; init; } = new();

    internal const string OwnCredential = "external-istiod-credential";

    /// <summary>The secret that the gateway takes its certificate from.</summary>
    internal string Credential => CredentialName ?? OwnCredential;

    /// <param name="path">Where the settings stand.</param>
    /// <param name="hosting">What is installed in the hosting cluster, to which the gateway belongs.</param>
    internal IEnumerable<ArgsProblem> Problems(string path, IstioInstallSettings hosting)
    {
        if (string.IsNullOrEmpty(Host))
        {
            yield return new($"{path}.host", "required: the DNS name under which the other clusters reach the control plane");
        }
        else if (IPAddress.TryParse(Host, out _))
        {
            yield return new(
                $"{path}.host",
                $"'{Host}' is an IP address: proxies verify a certificate for a DNS name, such as istiod.example.com"
            );
        }
        else if (!KubernetesNames.IsSubdomain(Host) || !Host.Contains('.', StringComparison.Ordinal))
        {
            yield return new($"{path}.host", $"'{Host}' is not a full DNS name, such as istiod.example.com");
        }

        if (Certificate is null && PrivateKey is null && string.IsNullOrEmpty(CredentialName))
        {
            yield return new(
                $"{path}.credentialName",
                $"required: the secret of {IstioNamespaces.System} with the certificate of the host (or certificate and privateKey, as "
                    + $"{{config: KEY}} each)"
            );
        }
        else if (Certificate is not null && CredentialName is not null)
        {
            yield return new($"{path}.credentialName", "stands beside certificate, of which a secret is made: remove one of the two");
        }
        else if ((Certificate is null) != (PrivateKey is null))
        {
            yield return new(
                $"{path}.{(Certificate is null ? "certificate" : "privateKey")}",
                $"required beside {(Certificate is null ? "privateKey" : "certificate")}, as {{config: KEY}} with the configuration key "
                    + "that holds it"
            );
        }
        else if (CredentialName is { } name && !KubernetesNames.IsSubdomain(name))
        {
            yield return new($"{path}.credentialName", $"'{name}' is not a name of a secret");
        }

        var (scaling, revisions) = (hosting.IsProduction ? ProductionProfile.Gateway : Scaling.OfTheChart, hosting.RevisionSet);
        foreach (var problem in new GatewayRules($"{path}.gateway", Gateway, scaling, revisions.TryVersionOf(Gateway.Revision)).Problems())
        {
            yield return problem;
        }

        foreach (var problem in new RevisionRules(hosting).Choice($"{path}.gateway.revision", Gateway.Revision))
        {
            yield return problem;
        }

        if (Gateway.Ports.Count > 0)
        {
            yield return new(
                $"{path}.gateway.ports",
                $"not possible: the gateway has the ports of istiod, {IstiodPorts.Discovery} and {IstiodPorts.Webhook}, and 15021"
            );
        }
    }
}
