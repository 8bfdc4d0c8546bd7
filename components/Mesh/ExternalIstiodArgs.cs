using System.Net;
using Pulumi;

namespace MeshStack;

/// <summary>Where other clusters find the control plane that one cluster hosts for them.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/external-controlplane/.</remarks>
public sealed class ExternalIstiodArgs : ResourceArgs
{
    /// <summary>DNS name that leads to the gateway of the control plane, ports 15012 and 15017.</summary>
    [Input("host", required: true)]
    public string Host { get; set; } = null!;

    /// <summary>Secret of type <c>kubernetes.io/tls</c> in <c>istio-system</c> with a certificate for <see cref="Host"/> that public roots vouch for.</summary>
    /// <remarks>Proxies verify it by the CA certificates of their image, before they know the mesh's own root.</remarks>
    [Input("credentialName", required: true)]
    public string CredentialName { get; set; } = null!;

    /// <summary>The gateway that leads to the control plane.</summary>
    [Input("gateway")]
    public GatewayInstallArgs Gateway { get; set; } = new();

    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        if (string.IsNullOrEmpty(Host))
        {
            yield return new($"{path}.host", "required: the DNS name under which the other clusters reach the control plane");
        }
        else if (IPAddress.TryParse(Host, out _))
        {
            yield return new($"{path}.host", $"'{Host}' is an IP address: proxies verify a certificate for a DNS name, such as istiod.example.com");
        }
        else if (!KubernetesNames.IsSubdomain(Host) || !Host.Contains('.', StringComparison.Ordinal))
        {
            yield return new($"{path}.host", $"'{Host}' is not a full DNS name, such as istiod.example.com");
        }

        if (string.IsNullOrEmpty(CredentialName))
        {
            yield return new($"{path}.credentialName", $"required: the secret of {IstioInstall.SystemNamespace} with the certificate of the host");
        }
        else if (!KubernetesNames.IsSubdomain(CredentialName))
        {
            yield return new($"{path}.credentialName", $"'{CredentialName}' is not a name of a secret");
        }

        foreach (var problem in new GatewayRules($"{path}.gateway", Gateway, Scaling.OfTheChart).Problems())
        {
            yield return problem;
        }
    }
}
