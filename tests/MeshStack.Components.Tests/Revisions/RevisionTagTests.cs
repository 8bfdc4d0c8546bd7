using MeshStack.Manifests;
using static MeshStack.Components.Tests.Install.OneCluster;
using Map = System.Collections.Generic.Dictionary<string, object>;

namespace MeshStack.Components.Tests.Revisions;

public sealed class RevisionTagTests
{
    private const string Client = "clientConfig: {service: {name: istiod-1-31-4, namespace: istio-system, path: /inject, port: 443}}";

    private const string Rules =
        "reinvocationPolicy: Never, rules: [{apiGroups: [\"\"], apiVersions: [v1], operations: [CREATE], resources: [pods]}], "
        + "sideEffects: None";

    [Fact]
    public async Task ATagInjectsWhatChoosesIt()
    {
        var webhook = await WebhookAsync("prod");
        Assert.Equal("admissionregistration.k8s.io/v1", webhook.ApiVersion);
        Assert.Equal(
            "{app: sidecar-injector, app.kubernetes.io/instance: istiod-1-31-4, app.kubernetes.io/name: istiod, "
                + "app.kubernetes.io/part-of: istio, app.kubernetes.io/version: 1.31.4, "
                + "install.operator.istio.io/owning-resource: unknown, istio.io/rev: 1-31-4, istio.io/tag: prod, "
                + "operator.istio.io/component: Pilot, release: istiod-1-31-4}",
            Flow(webhook.Body.At("metadata/labels"))
        );
        Assert.Equal(
            "["
                + Webhook(
                    "rev.namespace",
                    "{key: istio.io/rev, operator: In, values: [prod]}, {key: istio-injection, operator: DoesNotExist}",
                    "{key: sidecar.istio.io/inject, operator: NotIn, values: [false]}"
                )
                + ", "
                + Webhook(
                    "rev.object",
                    "{key: istio.io/rev, operator: DoesNotExist}, {key: istio-injection, operator: DoesNotExist}",
                    "{key: sidecar.istio.io/inject, operator: NotIn, values: [false]}, {key: istio.io/rev, operator: In, values: [prod]}"
                )
                + "]",
            Flow(webhook.Body["webhooks"])
        );
    }

    [Fact]
    public async Task TheTagDefaultServesTheOldLabelToo()
    {
        var webhooks = (IReadOnlyList<object?>)(await WebhookAsync("default")).Body["webhooks"]!;
        Assert.Equal(
            [
                Webhook(
                    "namespace",
                    "{key: istio-injection, operator: In, values: [enabled]}",
                    "{key: sidecar.istio.io/inject, operator: NotIn, values: [false]}"
                ),
                Webhook(
                    "object",
                    "{key: istio-injection, operator: DoesNotExist}, {key: istio.io/rev, operator: DoesNotExist}",
                    "{key: sidecar.istio.io/inject, operator: In, values: [true]}, {key: istio.io/rev, operator: DoesNotExist}"
                ),
            ],
            webhooks.Skip(2).Select(Flow)
        );
    }

    [Fact]
    public async Task TheTagDefaultServesEveryNamespaceWhereIstiodDoes()
    {
        var webhook = await WebhookAsync(
            "default",
            a =>
                a.Values = new()
                {
                    Istiod = new()
                    {
                        ["sidecarInjectorWebhook"] = new Map { ["enableNamespacesByDefault"] = true, ["reinvocationPolicy"] = "IfNeeded" },
                    },
                }
        );
        var last = Flow(((IReadOnlyList<object?>)webhook.Body["webhooks"]!)[^1]);
        Assert.Contains("name: auto.sidecar-injector.istio.io,", last, StringComparison.Ordinal);
        Assert.Contains(
            "{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, kube-public, kube-node-lease, local-path-storage]}",
            last,
            StringComparison.Ordinal
        );
        Assert.Contains("reinvocationPolicy: IfNeeded", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATagHasAServiceOfIstiod()
    {
        var service = (await RunAsync(a => (a.Revision, a.Tags) = ("1-31-4", new() { ["prod"] = "1-31-4" }))).Manifests.Single(m =>
            m.Kind == "Service"
        );
        Assert.Equal("istio-system/istiod-revision-tag-prod", $"{service.Namespace}/{service.Name}");
        Assert.Equal("istiod", service.Body.At("metadata/labels/app"));
        Assert.Equal("pilot", service.Body.At("metadata/labels/istio"));
        Assert.Equal(
            "{ports: [{name: grpc-xds, port: 15010, protocol: TCP}, {name: https-dns, port: 15012, protocol: TCP}, {name: https-webhook, "
                + "port: 443, protocol: TCP, targetPort: 15017}, {name: http-monitoring, port: 15014, protocol: TCP}], "
                + "selector: {app: istiod, istio.io/rev: 1-31-4}}",
            Flow(service.Body["spec"])
        );
    }

    [Fact]
    public async Task ATagMovesWithoutAnotherObject()
    {
        var (before, after) = (await RunAsync(a => Moving(a, "1-30-8")), await RunAsync(a => Moving(a, "1-31-4")));
        Assert.Equal(before.Resources.Select(r => r.Id.ToString()), after.Resources.Select(r => r.Id.ToString()));
        Assert.Equal(before.Manifests.Select(m => m.Reference), after.Manifests.Select(m => m.Reference));
        var changed = before
            .Manifests.Zip(after.Manifests)
            .Where(p => Flow(p.First.Body) != Flow(p.Second.Body))
            .Select(p => p.First.Reference);
        Assert.Equal(
            ["MutatingWebhookConfiguration istio-revision-tag-prod", "Service istio-system/istiod-revision-tag-prod"],
            changed.Order(StringComparer.Ordinal)
        );
    }

    private static void Moving(IstioInstallArgs args, string to)
    {
        args.Revisions = new()
        {
            ["1-30-8"] = new() { Version = "1.30.8" },
            ["1-31-4"] = new(),
        };
        args.Revision = "1-30-8";
        args.Tags = new() { ["prod"] = to };
    }

    private static async Task<Manifest> WebhookAsync(string tag, Action<IstioInstallArgs>? change = null) =>
        (
            await RunAsync(a =>
            {
                (a.Revision, a.Tags) = ("1-31-4", new() { [tag] = "1-31-4" });
                change?.Invoke(a);
            })
        ).Manifests.Single(m => m.Kind == "MutatingWebhookConfiguration" && m.Name == "istio-revision-tag-" + tag);

    private static string Webhook(string prefix, string namespaces, string objects) =>
        $"{{admissionReviewVersions: [v1], {Client}, failurePolicy: Fail, name: {prefix}.sidecar-injector.istio.io, namespaceSelector: "
        + $"{{matchExpressions: [{namespaces}]}}, objectSelector: {{matchExpressions: [{objects}]}}, {Rules}}}";
}
