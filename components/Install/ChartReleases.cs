using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>Makes what an installation consists of: namespaces, the CA's secret, and releases of Istio's charts.</summary>
/// <param name="parent">The component that they belong to.</param>
/// <param name="plane">The cluster that they are installed in.</param>
/// <param name="args">Version and repository of the charts, and the time that a release may take.</param>
internal sealed class ChartReleases(Resource parent, ControlPlane plane, IstioInstallArgs args)
{
    public Namespace Namespace(ObjectMetaArgs metadata, string name)
    {
        metadata.Name = name;
        return new Namespace(Child(name), new NamespaceArgs { Metadata = metadata }, plane.Owned(parent));
    }

    public Secret CaCerts(CaCertificatesArgs ca, Resource @namespace, string name) => new(
        Child("cacerts"),
        new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = "cacerts", Namespace = name },
            StringData =
            {
                ["ca-cert.pem"] = ca.Certificate,
                ["ca-key.pem"] = ca.PrivateKey,
                ["cert-chain.pem"] = ca.CertificateChain,
                ["root-cert.pem"] = ca.RootCertificate,
            },
        },
        plane.Owned(parent, @namespace));

    public Release Release(string suffix, string chart, string name, string @namespace, Dictionary<string, object> values, params IReadOnlyList<Resource> after) => new(
        Child(suffix),
        new ReleaseArgs
        {
            Name = name,
            Namespace = @namespace,
            Chart = chart,
            Version = args.Version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = args.Repository },
            Timeout = args.Timeout,
            Values = values,
        },
        plane.Owned(parent, after));

    private string Child(string suffix) => $"{parent.GetResourceName()}-{suffix}";
}
