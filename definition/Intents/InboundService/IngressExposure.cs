using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>A host for clients outside the mesh, at the ingress gateway of its cluster.</summary>
/// <param name="scope">The component of the service.</param>
/// <param name="service">The service that says how the gateway proves who it is; others may have paths of the host.</param>
/// <param name="gateway">The gateway.</param>
/// <param name="host">The host.</param>
internal sealed class IngressExposure(PlannedScope scope, InboundServiceIntent service, GatewayModel gateway, string host)
{
    private string CredentialName => service.CredentialName ?? scope.Child("credential").Text;

    /// <summary>Opens the gateway for the host.</summary>
    /// <param name="isConfigured">Whether the gateway is not configured together with another cluster's.</param>
    public void Plan(bool isConfigured)
    {
        if (service.Certificates is { } certificates)
        {
            Credential(certificates);
        }
        else if (service.CertificateIssuer is { } issuer)
        {
            Certificate(issuer);
        }

        if (!isConfigured)
        {
            return;
        }

        var port = service.PortForOutside;
        var exposure = new GatewayExposure(scope, service, gateway, "ingress") { Redirects = service.HttpRedirect };
        var tls = service.ExternalTls == "MUTUAL" ? ServerTlsSettings.Mutual(CredentialName) : ServerTlsSettings.Simple(CredentialName);
        exposure.Listen(GatewayModel.HttpsPort, port.IsHttp, tls, host);
        exposure.Route(host, port, port.IsHttp ? IngressRoutes.Of(service) : null);
    }

    /// <summary>cert-manager keeps the secret, in the gateway's namespace, the only one that the gateway may read secrets of.</summary>
    /// <remarks>https://cert-manager.io/docs/usage/certificate/.</remarks>
    private void Certificate(CertificateIssuerSettings issuer)
    {
        var controlPlane = service.ControlPlane;
        scope.Object(
            scope.Child("certificate"),
            controlPlane.Cluster.Name,
            [.. controlPlane.Ready, .. gateway.Ready],
            "cert-manager.io/v1",
            "Certificate",
            Metadata.Of(CredentialName, gateway.Namespace),
            (
                "spec",
                new SortedDictionary<string, object>(StringComparer.Ordinal)
                {
                    ["dnsNames"] = new object[] { host },
                    ["issuerRef"] = new SortedDictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["group"] = "cert-manager.io",
                        ["kind"] = issuer.Kind,
                        ["name"] = issuer.Name,
                    },
                    ["secretName"] = CredentialName,
                }
            )
        );
    }

    /// <summary>The secret stands in the gateway's namespace, the only one that the gateway may read secrets of.</summary>
    private void Credential(ServiceCertificatesSettings certificates)
    {
        var data = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["tls.crt"] = certificates.Certificate,
            ["tls.key"] = certificates.PrivateKey.AsSecret(),
        };
        if (certificates.CaCertificate is { } ca)
        {
            data["ca.crt"] = ca;
        }

        var controlPlane = service.ControlPlane;
        var secret = scope.Object(
            scope.Child("credential"),
            controlPlane.Cluster.Name,
            [.. controlPlane.Ready, .. gateway.Ready],
            "v1",
            "Secret",
            Metadata.Of(CredentialName, gateway.Namespace),
            ("type", "kubernetes.io/tls"),
            ("stringData", data)
        );
        scope.Plan.Change(secret, made => made with { SecretOutputs = ["data", "stringData"] });
    }
}
