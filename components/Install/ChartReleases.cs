using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>What one installation consists of: namespaces, the secret of its CA, and releases of the charts.</summary>
internal sealed class ChartReleases(Resource parent, IstioInstallArgs args, ControlPlane plane)
{
    /// <summary>CRDs, of the newest control plane: they serve older ones too.</summary>
    public Release Base(params IReadOnlyList<Resource> after) => Create(
        "base", "base", IstioVersion.Newest(args.RevisionSet.Versions.Values), "istio-base", args.SystemNamespace, BaseValues.Of(args), after);

    public Release Istiod(string revision, params IReadOnlyList<Resource> after)
    {
        var name = RevisionSet.IstiodName(revision);
        return Create(name, "istiod", args.RevisionSet.VersionOf(revision), name, args.SystemNamespace, IstiodValues.Of(args, revision), after);
    }

    public Release Cni(params IReadOnlyList<Resource> after)
        => Create("cni", "cni", args.RevisionSet.VersionOf(null), "istio-cni", CniValues.Namespace(args), CniValues.Of(args), after);

    public Release Ztunnel(params IReadOnlyList<Resource> after)
        => Create("ztunnel", "ztunnel", args.RevisionSet.VersionOf(null), "ztunnel", CniValues.Namespace(args), ZtunnelValues.Of(args), after);

    public Release Gateway(MeshGateway gateway, GatewayInstallArgs given, params IReadOnlyList<Resource> after) => Create(
        gateway.Label, "gateway", args.RevisionSet.VersionOf(given.Revision), gateway.Name, gateway.Namespace, GatewayValues.Of(args, gateway, given), after);

    /// <summary>The secret that istiod takes its CA from.</summary>
    public Secret CaCerts(CaCertificatesArgs ca, string @namespace, Resource after) => new(
        Child("cacerts"),
        new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = "cacerts", Namespace = @namespace },
            StringData =
            {
                ["ca-cert.pem"] = ca.Certificate,
                ["ca-key.pem"] = ca.PrivateKey,
                ["cert-chain.pem"] = ca.CertificateChain,
                ["root-cert.pem"] = ca.RootCertificate,
            },
        },
        plane.Owned(parent, after));

    public Namespace Namespace(string name, ObjectMetaArgs? metadata = null)
    {
        metadata ??= new ObjectMetaArgs();
        metadata.Name = name;
        return new Namespace(Child(name), new NamespaceArgs { Metadata = metadata }, plane.Owned(parent));
    }

    /// <summary>The namespace of a gateway, labelled for the control plane that the gateway belongs to, as its workloads would be.</summary>
    /// <remarks>https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway. The gateway's pod is injected once either way.</remarks>
    public Namespace GatewayNamespace(string name, GatewayInstallArgs gateway)
    {
        var (key, value) = RevisionSet.ChartName(gateway.Revision ?? args.RevisionSet.Reference) is { } revision ? ("istio.io/rev", revision) : ("istio-injection", "enabled");
        return Namespace(name, new ObjectMetaArgs { Labels = new Dictionary<string, string> { [key] = value } });
    }

    public Release Create(string suffix, string chart, string version, string name, string @namespace, Dictionary<string, object> values, IReadOnlyList<Resource> after)
    {
        var release = new ReleaseArgs
        {
            Name = name,
            Namespace = @namespace,
            Version = version,
            Timeout = args.Timeout,
            Values = values,
        };
        if (args.Repository.StartsWith("oci://", StringComparison.Ordinal))
        {
            // Helm takes a chart of a registry by its whole reference, and no repository beside it.
            release.Chart = $"{args.Repository.TrimEnd('/')}/{chart}";
        }
        else
        {
            release.Chart = chart;
            release.RepositoryOpts = new RepositoryOptsArgs { Repo = args.Repository };
        }

        return new(Child(suffix), release, plane.Owned(parent, after));
    }

    private string Child(string suffix) => $"{parent.GetResourceName()}-{suffix}";
}
