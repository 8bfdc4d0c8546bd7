using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A tag: a name of its own for a revision, which moves to another one without a gap.</summary>
/// <remarks>
/// The objects of the chart's revision-tags-mwc.yaml and revision-tags-svc.yaml, in
/// https://github.com/istio/istio/tree/master/manifests/charts/istio-control/istio-discovery/templates. Not by the chart itself: with a tag that
/// moves, the releases of two revisions would fight for them. istiod adds caBundle.
/// </remarks>
internal sealed class RevisionTag(string tag, string revision, string version, string systemNamespace, IReadOnlyDictionary<string, object> istiodValues)
{
    private readonly string _istiod = RevisionSet.IstiodName(revision);

    private string WebhookName => "istio-revision-tag-" + tag + (systemNamespace == IstioInstall.SystemNamespace ? "" : "-" + systemNamespace);

    /// <summary>The webhook that injects namespaces which choose the tag.</summary>
    public MutatingWebhookConfiguration Webhook(string name, CustomResourceOptions options) => new(
        name,
        new MutatingWebhookConfigurationArgs
        {
            Metadata = new ObjectMetaArgs { Name = WebhookName, Labels = Labels("sidecar-injector") },
            Webhooks = Webhooks().ToArray(),
        },
        options);

    /// <summary>The service by which gateways and ztunnels that choose the tag find istiod.</summary>
    public Service Service(string name, CustomResourceOptions options)
    {
        var labels = Labels("istiod");
        labels["istio"] = "pilot";
        return new(
            name,
            new ServiceArgs
            {
                Metadata = new ObjectMetaArgs { Name = "istiod-revision-tag-" + tag, Namespace = systemNamespace, Labels = labels },
                Spec = new ServiceSpecArgs
                {
                    Ports =
                    {
                        new ServicePortArgs { Port = 15010, Name = "grpc-xds", Protocol = "TCP" },
                        new ServicePortArgs { Port = 15012, Name = "https-dns", Protocol = "TCP" },
                        new ServicePortArgs { Port = 443, Name = "https-webhook", TargetPort = 15017, Protocol = "TCP" },
                        new ServicePortArgs { Port = 15014, Name = "http-monitoring", Protocol = "TCP" },
                    },
                    Selector = RevisionSet.ChartName(revision) is { } chartName
                        ? new InputMap<string> { ["app"] = "istiod", ["istio.io/rev"] = chartName }
                        : new InputMap<string> { ["app"] = "istiod", ["istio"] = "pilot" },
                },
            },
            options);
    }

    // Helm's own labels are left out: Helm does not manage these.
    private InputMap<string> Labels(string app) => new()
    {
        ["istio.io/tag"] = tag,
        ["istio.io/rev"] = revision,
        ["install.operator.istio.io/owning-resource"] = "unknown",
        ["operator.istio.io/component"] = "Pilot",
        ["app"] = app,
        ["release"] = _istiod,
        ["app.kubernetes.io/name"] = "istiod",
        ["app.kubernetes.io/instance"] = _istiod,
        ["app.kubernetes.io/part-of"] = "istio",
        ["app.kubernetes.io/version"] = version,
    };

    private IEnumerable<MutatingWebhookArgs> Webhooks()
    {
        yield return Webhook("rev.namespace.", [In("istio.io/rev", tag), Absent("istio-injection")], [NotIn("sidecar.istio.io/inject", "false")]);
        yield return Webhook("rev.object.", [Absent("istio.io/rev"), Absent("istio-injection")], [NotIn("sidecar.istio.io/inject", "false"), In("istio.io/rev", tag)]);
        if (tag != RevisionSet.Default)
        {
            yield break;
        }

        yield return Webhook("namespace.", [In("istio-injection", "enabled")], [NotIn("sidecar.istio.io/inject", "false")]);
        yield return Webhook("object.", [Absent("istio-injection"), Absent("istio.io/rev")], [In("sidecar.istio.io/inject", "true"), Absent("istio.io/rev")]);
        if (ChartValues.At(istiodValues, "sidecarInjectorWebhook.enableNamespacesByDefault") is true)
        {
            yield return Webhook(
                "auto.",
                [
                    Absent("istio-injection"), Absent("istio.io/rev"),
                    NotIn("kubernetes.io/metadata.name", "kube-system", "kube-public", "kube-node-lease", "local-path-storage"),
                ],
                [Absent("sidecar.istio.io/inject"), Absent("istio.io/rev")]);
        }
    }

    private MutatingWebhookArgs Webhook(string prefix, LabelSelectorRequirementArgs[] namespaces, LabelSelectorRequirementArgs[] objects) => new()
    {
        Name = prefix + "sidecar-injector.istio.io",
        ClientConfig = Injector(),
        SideEffects = "None",
        Rules = new RuleWithOperationsArgs { Operations = { "CREATE" }, ApiGroups = { "" }, ApiVersions = { "v1" }, Resources = { "pods" } },
        FailurePolicy = "Fail",
        ReinvocationPolicy = ChartValues.At(istiodValues, "sidecarInjectorWebhook.reinvocationPolicy") as string ?? "Never",
        AdmissionReviewVersions = { "v1" },
        NamespaceSelector = new LabelSelectorArgs { MatchExpressions = namespaces },
        ObjectSelector = new LabelSelectorArgs { MatchExpressions = objects },
    };

    /// <summary>istiod of this cluster, or the one elsewhere that serves it.</summary>
    private WebhookClientConfigArgs Injector() => ChartValues.At(istiodValues, "istiodRemote.injectionURL") is string url
        ? new() { Url = url }
        : new()
        {
            Service = new ServiceReferenceArgs
            {
                Name = _istiod,
                Namespace = systemNamespace,
                Path = ChartValues.At(istiodValues, "istiodRemote.injectionPath") as string ?? "/inject",
                Port = 443,
            },
        };

    private static LabelSelectorRequirementArgs In(string key, params string[] values) => new() { Key = key, Operator = "In", Values = values };

    private static LabelSelectorRequirementArgs NotIn(string key, params string[] values) => new() { Key = key, Operator = "NotIn", Values = values };

    private static LabelSelectorRequirementArgs Absent(string key) => new() { Key = key, Operator = "DoesNotExist" };
}
