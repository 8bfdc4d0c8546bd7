using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What one installation consists of: namespaces, the secret of its CA, and releases of the charts.</summary>
internal sealed class ChartReleases(PlannedScope scope, Installation settings, ControlPlaneModel controlPlane)
{
    /// <summary>CRDs, of the newest control plane: they serve older ones too.</summary>
    public ResourceId Base(IEnumerable<ResourceId> after) =>
        Create(
            "base",
            "base",
            IstioVersion.Newest(settings.RevisionSet.Versions.Values),
            "istio-base",
            settings.SystemNamespace,
            BaseValues.Of(settings),
            after
        );

    public ResourceId Istiod(string revision, IEnumerable<ResourceId> after)
    {
        var name = RevisionSet.IstiodName(revision);
        var version = settings.RevisionSet.VersionOf(revision);
        return Create(name, "istiod", version, name, settings.SystemNamespace, IstiodValues.Of(settings, revision), after);
    }

    public ResourceId Cni(ResourceId after) => Node("cni", "istio-cni", CniValues.Of(settings), after);

    public ResourceId Ztunnel(ResourceId after) => Node("ztunnel", "ztunnel", ZtunnelValues.Of(settings), after);

    public ResourceId Gateway(GatewayModel gateway, GatewayInstallSettings given, IEnumerable<ResourceId> after) =>
        Create(
            gateway.Label,
            "gateway",
            settings.RevisionSet.VersionOf(given.Revision),
            gateway.Name,
            gateway.Namespace,
            GatewayValues.Of(settings, gateway, given),
            after
        );

    /// <summary>The secret that istiod takes its CA from.</summary>
    public ResourceId CaCerts(CaCertificatesSettings ca, string @namespace, ResourceId after) =>
        scope.Secret(
            scope.Child("cacerts"),
            controlPlane,
            [after],
            Metadata.Of("cacerts", @namespace).Marked(StateMarks.Trust, settings.TrustMark),
            new SortedDictionary<string, object>(StringComparer.Ordinal)
            {
                ["ca-cert.pem"] = ca.Certificate,
                ["ca-key.pem"] = ca.PrivateKey.AsSecret(),
                ["cert-chain.pem"] = ca.CertificateChain,
                ["root-cert.pem"] = ca.RootCertificate,
            }
        );

    public ResourceId Namespace(
        string name,
        IReadOnlyDictionary<string, string>? labels = null,
        IReadOnlyDictionary<string, string>? annotations = null,
        TextValue? nextTrust = null
    ) =>
        scope.Namespace(
            scope.Child(name),
            controlPlane,
            [],
            Metadata.Of(name, labels: labels, annotations: annotations).Marked(StateMarks.NextTrust, nextTrust)
        );

    /// <summary>The namespace of a gateway, labelled as workloads would be for the control plane that the gateway belongs to.</summary>
    /// <remarks>
    /// https://istio.io/latest/docs/setup/additional-setup/gateway/#deploying-a-gateway. The gateway's pod is injected once either way.
    /// </remarks>
    public ResourceId GatewayNamespace(string name, GatewayInstallSettings gateway)
    {
        var (key, value) = RevisionSet.ChartName(gateway.Revision ?? settings.RevisionSet.Reference) is { } revision
            ? ("istio.io/rev", revision)
            : ("istio-injection", "enabled");
        return Namespace(name, new Dictionary<string, string> { [key] = value });
    }

    public ResourceId Create(
        string suffix,
        string chart,
        string version,
        string name,
        string @namespace,
        IReadOnlyDictionary<string, object> values,
        IEnumerable<ResourceId> after
    )
    {
        var inputs = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["namespace"] = @namespace,
            ["version"] = version,
            ["timeout"] = (long)settings.Timeout,
            ["values"] = values,
        };
        if (settings.Repository.StartsWith("oci://", StringComparison.Ordinal))
        {
            // Helm takes a chart of a registry by its whole reference, and no repository beside it.
            inputs["chart"] = $"{settings.Repository.TrimEnd('/')}/{chart}";
        }
        else
        {
            inputs["chart"] = chart;
            inputs["repositoryOpts"] = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["repo"] = settings.Repository };
        }

        return scope.Add(
            PlannedResource.Of(PulumiTypes.HelmRelease, scope.Child(suffix)) with
            {
                Cluster = controlPlane.Cluster.Name,
                After = [.. controlPlane.Ready.Concat(after).Distinct()],
                Inputs = inputs,
            }
        );
    }

    private ResourceId Node(string chart, string name, IReadOnlyDictionary<string, object> values, ResourceId after) =>
        Create(chart, chart, settings.RevisionSet.VersionOf(null), name, CniValues.Namespace(settings), values, [after]);
}
