using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace MeshStack;

/// <summary>The Helm releases of one installation.</summary>
internal sealed class ChartReleases(IstioInstall install, IstioInstallArgs args, ControlPlane plane)
{
    /// <summary>CRDs, of the newest control plane: they serve older ones too.</summary>
    public Release Base(params IReadOnlyList<Resource> after) => Create(
        "base", "base", IstioVersion.Newest(args.RevisionSet.Versions.Values), "istio-base", IstioInstall.SystemNamespace, BaseValues.Of(args), after);

    public Release Istiod(string revision, params IReadOnlyList<Resource> after)
    {
        var name = RevisionSet.IstiodName(revision);
        return Create(name, "istiod", args.RevisionSet.VersionOf(revision), name, IstioInstall.SystemNamespace, IstiodValues.Of(args, revision), after);
    }

    public Release Cni(params IReadOnlyList<Resource> after)
        => Create("cni", "cni", args.RevisionSet.VersionOf(null), "istio-cni", CniValues.Namespace(args), CniValues.Of(args), after);

    public Release Ztunnel(params IReadOnlyList<Resource> after)
        => Create("ztunnel", "ztunnel", args.RevisionSet.VersionOf(null), "ztunnel", CniValues.Namespace(args), ZtunnelValues.Of(args), after);

    public Release Gateway(MeshGateway gateway, GatewayInstallArgs given, params IReadOnlyList<Resource> after) => Create(
        gateway.Label, "gateway", args.RevisionSet.VersionOf(given.Revision), gateway.Name, gateway.Namespace, GatewayValues.Of(args, gateway, given), after);

    private Release Create(string suffix, string chart, string version, string name, string @namespace, Dictionary<string, object> values, IReadOnlyList<Resource> after) => new(
        install.Child(suffix),
        new ReleaseArgs
        {
            Name = name,
            Namespace = @namespace,
            Chart = chart,
            Version = version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = args.Repository },
            Timeout = args.Timeout,
            Values = values,
        },
        plane.Owned(install, after));
}
