using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The webhooks that bring a cluster's pods to an injector, as far as the manifests show them.</summary>
internal sealed class InjectionWebhooks
{
    private const string Kind = "admissionregistration.k8s.io/MutatingWebhookConfiguration";
    private const string Rev = "istio.io/rev";

    private static readonly string[] Asked =
    [
        "revision",
        "revisionTags",
        "pilot revision",
        "pilot revisionTags",
        "global operatorManageWebhooks",
        "global resourceScope",
        "sidecarInjectorWebhook enableNamespacesByDefault",
    ];

    private static readonly IReadOnlyDictionary<string, string> Unlabelled = new Dictionary<string, string>();

    private readonly IReadOnlyList<InjectionWebhook> _webhooks;
    private readonly bool _isAssumed;
    private readonly bool _isWhole;
    private readonly string _served;
    private readonly Unreadable? _hidden;

    public InjectionWebhooks(
        IReadOnlyList<string>? revisions,
        IReadOnlyList<ChartRelease> releases,
        ClusterObjects objects,
        ClusterMasks masks
    )
    {
        var istiods = IstioRevision.Of(releases, objects, revisions);
        var given = objects.Of(Kind).Where(HasInjector).ToArray();
        InjectionWebhook[] read = [.. istiods.Where(istiod => istiod.HasWebhooks).SelectMany(OfChart), .. given.SelectMany(OfObject)];

        // Where no istiod is shown, there is one all the same, of the default revision.
        _isAssumed = read.Length == 0;
        _webhooks = _isAssumed ? [.. InjectionWebhook.Of("", IstioRevision.Default, isEverywhere: false)] : read;
        _isWhole = !_isAssumed && istiods.All(istiod => istiod.IsWhole || given.Length > 0);
        _served = string.Join(", ", istiods.SelectMany(istiod => istiod.Tags.Prepend(istiod.Name)).Distinct(StringComparer.Ordinal));
        _hidden = releases
            .Where(release => release.IsControlPlane)
            .Select(release => MaskedObject.From(release)?.Hiding(Asked))
            .Concat(
                objects
                    .Of("IstioOperator")
                    .Concat(objects.Of("sailoperator.io/Istio"))
                    .Select(one =>
                        masks
                            .Of(one)
                            ?.Hiding([
                                "spec revision",
                                "spec profile",
                                "spec components pilot",
                                .. Asked.Select(value => $"spec values {value}"),
                            ])
                    )
            )
            .Concat(objects.Of(Kind).Select(one => masks.Of(one)?.Unread))
            .FirstHidden();
    }

    /// <summary>What brings a pod to an injector, and to which.</summary>
    /// <param name="ns">The name of its namespace.</param>
    /// <param name="labels">The labels of its namespace; null where no object shows them.</param>
    /// <param name="pod">The pod's labels.</param>
    /// <returns>Whether it is brought, why, and the revisions that it is brought to.</returns>
    public (SidecarPresence Presence, string Reason, IReadOnlyList<string> Revisions) Bring(
        string ns,
        IReadOnlyDictionary<string, string>? labels,
        IReadOnlyDictionary<string, string> pod
    )
    {
        if (_hidden is not null)
        {
            return (SidecarPresence.Unknown, _hidden.Reason, []);
        }

        Dictionary<string, string> named = new(labels ?? Unlabelled, StringComparer.Ordinal) { [InjectionWebhook.NameLabel] = ns };
        var revisions = _webhooks
            .Where(webhook => webhook.Brings(named, pod))
            .Select(webhook => webhook.Revision)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var (injection, revision) = (named.GetValueOrDefault("istio-injection"), RevisionOf(named, pod));
        if (revisions.Length > 0 && (labels is not null || Asks(pod)))
        {
            return (SidecarPresence.Present, Why(injection, revision, pod), revisions);
        }

        if (labels is null)
        {
            return (SidecarPresence.Unknown, $"no Namespace {ns} in the manifests says whether sidecars are injected", []);
        }

        if (injection == "disabled")
        {
            return (SidecarPresence.Absent, "its namespace says istio-injection: disabled", []);
        }

        if (revision is not null && !_isWhole)
        {
            return (SidecarPresence.Unknown, $"nothing in the manifests says whether an istiod serves the revision {revision}", []);
        }

        return revision is not null ? (SidecarPresence.Absent, $"it asks for the revision {revision}, and {Serves} injects", [])
            : injection is null && !Asks(pod) ? (SidecarPresence.Absent, "neither its namespace nor its pod asks for a sidecar", [])
            : _isAssumed || _isWhole ? (SidecarPresence.Absent, $"no webhook brings it to an istiod: {Serves} injects", [])
            : (SidecarPresence.Unknown, "nothing in the manifests says whether an istiod is the default one", []);
    }

    private string Serves => _served.Length == 0 ? "no istiod" : $"istiod of {_served} alone";

    private static bool Asks(IReadOnlyDictionary<string, string> pod) => pod.ContainsKey(Rev) || SidecarInjection.Asks(pod);

    // The namespace's counts before the pod's, and istio-injection before both.
    private static string? RevisionOf(Dictionary<string, string> ns, IReadOnlyDictionary<string, string> pod) =>
        ns.ContainsKey("istio-injection") ? null : ns.GetValueOrDefault(Rev) ?? pod.GetValueOrDefault(Rev);

    private static string Why(string? injection, string? revision, IReadOnlyDictionary<string, string> pod) =>
        SidecarInjection.Asks(pod) ? $"its pod says {IstioNames.Inject}: true"
        : injection is not null ? $"its namespace says istio-injection: {injection}"
        : revision is not null ? "its namespace or pod names a revision"
        : "sidecars are injected wherever nothing says otherwise";

    private static IEnumerable<InjectionWebhook> OfChart(IstioRevision istiod) =>
        istiod
            .Tags.Prepend(istiod.Name)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(name =>
                InjectionWebhook.Of(istiod.Revision, name, istiod.Values["sidecarInjectorWebhook"]["enableNamespacesByDefault"].IsTrue)
            );

    private static bool HasInjector(Manifest configuration) => Field.From(configuration.Body)["webhooks"].Items.Any(IsInjector);

    private static bool IsInjector(Field webhook) =>
        webhook["name"].Text?.EndsWith("sidecar-injector.istio.io", StringComparison.Ordinal) == true;

    private static IEnumerable<InjectionWebhook> OfObject(Manifest configuration) =>
        Field
            .From(configuration.Body)["webhooks"]
            .Items.Where(IsInjector)
            .Select(webhook => new InjectionWebhook(
                IstioRevision.Named(configuration.Labels()[Rev].Text),
                DiscoverySelector.From(webhook["namespaceSelector"]),
                DiscoverySelector.From(webhook["objectSelector"])
            ));
}
