using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>A service at its cluster's ingress gateway, for clients outside the mesh.</summary>
internal sealed class IngressExposure(PlannedScope scope, InboundServiceIntent service, GatewayModel gateway, string host)
{
    private string CredentialName => service.CredentialName ?? scope.Child("credential").Text;

    public void Plan()
    {
        if (service.Certificates is { } certificates)
        {
            Credential(certificates);
        }

        var exposure = new GatewayExposure(scope, service, gateway, "ingress");
        var tls = service.ExternalTls == "MUTUAL" ? ServerTlsSettings.Mutual(CredentialName) : ServerTlsSettings.Simple(CredentialName);
        exposure.Listen(GatewayModel.HttpsPort, service.PortForOutside.IsHttp, tls, host);
        exposure.Route(host, service.PortForOutside);
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
