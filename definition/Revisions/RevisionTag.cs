using MeshStack.Manifests;
using Map = System.Collections.Generic.SortedDictionary<string, object>;

namespace MeshStack.Definition;

/// <summary>A tag: a name of its own for a revision, which moves to another one without a gap.</summary>
/// <remarks>
/// The objects of the chart's revision-tags-mwc.yaml and revision-tags-svc.yaml, in
/// https://github.com/istio/istio/tree/master/manifests/charts/istio-control/istio-discovery/templates. Not by the chart itself: with a
/// tag that moves, the releases of two revisions would fight for them. istiod adds caBundle.
/// </remarks>
internal sealed class RevisionTag(
    string tag,
    string revision,
    string version,
    string systemNamespace,
    IReadOnlyDictionary<string, object> istiodValues
)
{
    private readonly string _istiod = RevisionSet.IstiodName(revision);

    private string WebhookName => "istio-revision-tag-" + tag + (systemNamespace == IstioNamespaces.System ? "" : "-" + systemNamespace);

    /// <summary>The webhook that injects namespaces which choose the tag.</summary>
    public ResourceId Webhook(PlannedScope scope, LogicalName name, string cluster, IEnumerable<ResourceId> after) =>
        scope.Object(
            name,
            cluster,
            after,
            "admissionregistration.k8s.io/v1",
            "MutatingWebhookConfiguration",
            Metadata.Of(WebhookName, labels: Labels("sidecar-injector")),
            ("webhooks", Webhooks().ToArray())
        );

    /// <summary>The service by which gateways and ztunnels that choose the tag find istiod.</summary>
    public ResourceId Service(PlannedScope scope, LogicalName name, string cluster, IEnumerable<ResourceId> after)
    {
        var labels = Labels("istiod");
        labels["istio"] = "pilot";
        var spec = Of(
            (
                "ports",
                new object[]
                {
                    Of(("port", 15010L), ("name", "grpc-xds"), ("protocol", "TCP")),
                    Of(("port", 15012L), ("name", "https-dns"), ("protocol", "TCP")),
                    Of(("port", 443L), ("name", "https-webhook"), ("targetPort", 15017L), ("protocol", "TCP")),
                    Of(("port", 15014L), ("name", "http-monitoring"), ("protocol", "TCP")),
                }
            ),
            (
                "selector",
                RevisionSet.ChartName(revision) is { } chartName
                    ? Of(("app", "istiod"), ("istio.io/rev", chartName))
                    : Of(("app", "istiod"), ("istio", "pilot"))
            )
        );
        var metadata = Metadata.Of("istiod-revision-tag-" + tag, systemNamespace, labels);
        return scope.Object(name, cluster, after, "v1", "Service", metadata, ("spec", spec));
    }

    // Helm's own labels are left out: Helm does not manage these.
    private Dictionary<string, string> Labels(string app) =>
        new()
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

    private IEnumerable<Map> Webhooks()
    {
        yield return Webhook("rev.namespace.", [In("istio.io/rev", tag), Absent("istio-injection")], [NotIn(IstioNames.Inject, "false")]);
        yield return Webhook(
            "rev.object.",
            [Absent("istio.io/rev"), Absent("istio-injection")],
            [NotIn(IstioNames.Inject, "false"), In("istio.io/rev", tag)]
        );
        if (tag != RevisionSet.Default)
        {
            yield break;
        }

        yield return Webhook("namespace.", [In("istio-injection", "enabled")], [NotIn(IstioNames.Inject, "false")]);
        yield return Webhook(
            "object.",
            [Absent("istio-injection"), Absent("istio.io/rev")],
            [In(IstioNames.Inject, "true"), Absent("istio.io/rev")]
        );
        if (ChartValues.At(istiodValues, "sidecarInjectorWebhook.enableNamespacesByDefault") is true)
        {
            yield return Webhook(
                "auto.",
                [Absent("istio-injection"), Absent("istio.io/rev"), NotIn("kubernetes.io/metadata.name", [.. IstioNames.NeverInjected])],
                [Absent(IstioNames.Inject), Absent("istio.io/rev")]
            );
        }
    }

    private Map Webhook(string prefix, Map[] namespaces, Map[] objects) =>
        Of(
            ("name", prefix + "sidecar-injector.istio.io"),
            ("clientConfig", Injector()),
            ("sideEffects", "None"),
            (
                "rules",
                new object[]
                {
                    Of(
                        ("operations", new[] { "CREATE" }),
                        ("apiGroups", new[] { "" }),
                        ("apiVersions", new[] { "v1" }),
                        ("resources", new[] { "pods" })
                    ),
                }
            ),
            ("failurePolicy", "Fail"),
            ("reinvocationPolicy", ChartValues.At(istiodValues, "sidecarInjectorWebhook.reinvocationPolicy") as string ?? "Never"),
            ("admissionReviewVersions", new[] { "v1" }),
            ("namespaceSelector", Of(("matchExpressions", namespaces))),
            ("objectSelector", Of(("matchExpressions", objects)))
        );

    /// <summary>istiod of this cluster, or the one elsewhere that serves it.</summary>
    private Map Injector() =>
        ChartValues.At(istiodValues, "istiodRemote.injectionURL") is string url
            ? Of(("url", url))
            : Of(
                (
                    "service",
                    Of(
                        ("name", _istiod),
                        ("namespace", systemNamespace),
                        ("path", ChartValues.At(istiodValues, "istiodRemote.injectionPath") as string ?? "/inject"),
                        ("port", 443L)
                    )
                )
            );

    private static Map In(string key, params string[] values) => Of(("key", key), ("operator", "In"), ("values", values));

    private static Map NotIn(string key, params string[] values) => Of(("key", key), ("operator", "NotIn"), ("values", values));

    private static Map Absent(string key) => Of(("key", key), ("operator", "DoesNotExist"));

    private static Map Of(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        var map = new Map(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }
}
