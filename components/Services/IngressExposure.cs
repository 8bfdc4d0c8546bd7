using MeshStack.Istio;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A service at its cluster's ingress gateway, for clients outside the mesh.</summary>
internal sealed class IngressExposure(InboundService service, MeshGateway gateway, string host)
{
    public const int HttpsPort = 443;

    private readonly InboundServiceArgs _args = service.Args;

    public void Create()
    {
        if (_args.Certificates is { } certificates)
        {
            Credential(certificates);
        }

        var tls = _args.ExternalTls == "MUTUAL" ? ServerTlsSettingsArgs.Mutual(CredentialName) : ServerTlsSettingsArgs.Simple(CredentialName);
        service.ListenAt("ingress", gateway, HttpsPort, _args.IsHttp, tls, host);
        service.RouteFromGateway("ingress", gateway, host);
    }

    private string CredentialName => _args.CredentialName ?? service.Child("credential");

    /// <summary>The secret stands in the gateway's namespace, the only one that the gateway may read secrets of.</summary>
    private void Credential(ServiceCertificatesArgs certificates)
    {
        var secret = new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = CredentialName, Namespace = gateway.Namespace },
            Type = "kubernetes.io/tls",
            StringData =
            {
                ["tls.crt"] = certificates.Certificate,
                ["tls.key"] = certificates.PrivateKey,
            },
        };
        if (certificates.CaCertificate is { } ca)
        {
            secret.StringData["ca.crt"] = ca;
        }

        _ = new Secret(service.Child("credential"), secret, service.Args.ControlPlane.Owned(service, gateway.Ready));
    }
}
