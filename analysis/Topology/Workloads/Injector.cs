using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>What an istiod does with the pods that its webhooks bring: they alone give no pod a sidecar.</summary>
/// <remarks>Source: injectRequired of pkg/kube/inject/inject.go, istiod-injector-configmap.yaml of the chart istiod, and
/// cni/pkg/plugin/plugin.go of istio/istio.</remarks>
internal sealed class Injector
{
    private const string Enabled = "enabled";

    private readonly IReadOnlyList<Settings> _settings;
    private readonly HashSet<string> _passedBy;
    private readonly bool _countsOnAgent;
    private readonly bool _isUnread;
    private readonly Unreadable? _hidden;
    private readonly Unreadable? _hiddenAgent;

    private Injector(IReadOnlyList<string>? revisions, IReadOnlyList<ChartRelease> releases, ClusterObjects objects, ClusterMasks masks)
    {
        var charts = releases.Where(release => release.IsControlPlane).ToArray();
        var agents = releases.Where(release => release.IsNodeAgent).ToArray();
        var values = charts.Select(release => Field.From(release.Values)).ToArray();
        var maps = objects.Of("ConfigMap").Where(map => map.Name.StartsWith("istio-sidecar-injector", StringComparison.Ordinal)).ToArray();
        var agentMaps = objects.Of("ConfigMap").Where(map => map.Name == "istio-cni-config").ToArray();
        var nameless = objects
            .Of("ConfigMap")
            .Where(map => Mask.IsIn(map.Name))
            .Select(map => masks.Of(map)?.Hiding("metadata name"))
            .ToArray();
        Webhooks = new(revisions, releases, objects, masks);
        _settings =
        [
            .. IstioRevision.Of(releases, objects, revisions).Where(istiod => istiod.Values.HasContent).Select(OfValues),
            .. maps.Select(map => (map.Name, Config: Config(map)))
                .Where(map => map.Config is not null)
                .Select(map => OfMap(map.Name, map.Config!)),
        ];
        _isUnread = maps.Any(map => Config(map) is null);
        _passedBy = agents
            .SelectMany(release => Field.From(release.Values)["excludeNamespaces"].Texts())
            .Concat(agentMaps.SelectMany(Excluded))
            .ToHashSet(StringComparer.Ordinal);
        _countsOnAgent = values.Any(value => value["cni"]["enabled"].IsTrue || value["pilot"]["cni"]["enabled"].IsTrue);
        _hidden = charts
            .Select(release => MaskedObject.From(release)?.Hiding("global proxy autoInject", "sidecarInjectorWebhook"))
            .Concat(
                objects
                    .Of("IstioOperator")
                    .Concat(objects.Of("sailoperator.io/Istio"))
                    .Select(one => masks.Of(one)?.Hiding("spec values global proxy autoInject", "spec values sidecarInjectorWebhook"))
            )
            .Concat(maps.Select(map => masks.Of(map)?.Hiding("data config")))
            .Concat(nameless)
            .FirstHidden();
        _hiddenAgent = agents
            .Select(release => MaskedObject.From(release)?.Hiding("excludeNamespaces"))
            .Concat(agentMaps.Where(HidesExcluded).Select(map => Unreadable.From(map, "data.EXCLUDE_NAMESPACES")))
            .Concat(nameless)
            .Concat(
                agents.Length == 0 ? [] : charts.Select(release => MaskedObject.From(release)?.Hiding("cni enabled", "pilot cni enabled"))
            )
            .FirstHidden();
    }

    /// <summary>The injector of a cluster: istiod's values, and the ConfigMap that its chart makes of them.</summary>
    public static Injector From(
        IReadOnlyList<string>? revisions,
        IReadOnlyList<ChartRelease> releases,
        ClusterObjects objects,
        ClusterMasks masks
    ) => new(revisions, releases, objects, masks);

    /// <summary>What becomes of a pod that a webhook brings; null where it gets its sidecar.</summary>
    /// <param name="labels">The labels of the pod.</param>
    /// <param name="asks">Whether the pod says <c>sidecar.istio.io/inject</c> itself.</param>
    /// <param name="isWhole">Whether it has no other labels, and says no more.</param>
    /// <param name="revisions">The revisions that it is brought to; none where that is not known.</param>
    public (SidecarPresence Presence, string Reason)? Withholds(
        IReadOnlyDictionary<string, string> labels,
        bool asks,
        bool isWhole,
        IReadOnlyList<string> revisions
    )
    {
        if (_hidden is not null)
        {
            return (SidecarPresence.Unknown, _hidden.Reason);
        }

        if (_isUnread)
        {
            return (SidecarPresence.Unknown, "the injector's ConfigMap has a config that is no YAML");
        }

        var said = _settings
            .Where(settings => revisions.Count == 0 || revisions.Contains(settings.Revision))
            .Select(settings => settings.Withholds(labels, asks, isWhole))
            .Distinct()
            .ToArray();
        return said switch
        {
            [] => null,
            [var one] => one,
            _ => (SidecarPresence.Unknown, said.First(one => one is not null)!.Value.Reason),
        };
    }

    /// <summary>What brings pods to it.</summary>
    public InjectionWebhooks Webhooks { get; }

    /// <summary>What is redirected to the proxies of a namespace: the node agent may pass it by.</summary>
    public Redirection In(string ns, Redirection redirection) =>
        _hiddenAgent is not null ? redirection with { Unknown = _hiddenAgent.Reason }
        : !_passedBy.Contains(ns) ? redirection
        : _countsOnAgent ? redirection with { IsOff = true }
        : redirection with { Unknown = $"the node agent passes {ns} by (excludeNamespaces)" };

    private static Field? Config(Manifest map) =>
        Field.From(map.Body)["data"]["config"] switch
        {
            { Exists: false } none => none,
            { Text: { } text } => YamlDocument.TryRead(text),
            _ => null,
        };

    // As the chart of the node agent writes its excludeNamespaces.
    private static string[] Excluded(Manifest map) =>
        (Field.From(map.Body)["data"]["EXCLUDE_NAMESPACES"].Text ?? "").Split(',', StringSplitOptions.TrimEntries);

    private static bool HidesExcluded(Manifest map) => Excluded(map).Any(Mask.IsIn);

    private static Settings OfValues(IstioRevision istiod)
    {
        var (values, webhook) = (istiod.Values, istiod.Values["sidecarInjectorWebhook"]);
        return new(
            istiod.Revision,
            values["global"]["proxy"]["autoInject"].Scalar() ?? Enabled,
            Selectors(webhook["neverInjectSelector"]),
            Selectors(webhook["alwaysInjectSelector"]),
            webhook["defaultTemplates"].Texts(),
            webhook["templates"]["sidecar"].HasContent
        );
    }

    // The map has every template, so that none of them tells whether it is the chart's own.
    private static Settings OfMap(string name, Field config) =>
        new(
            IstioRevision.Named(name["istio-sidecar-injector".Length..].TrimStart('-') is { Length: > 0 } revision ? revision : null),
            config["policy"].Scalar() ?? Enabled,
            Selectors(config["neverInjectSelector"]),
            Selectors(config["alwaysInjectSelector"]),
            config["defaultTemplates"].Texts(),
            OwnTemplate: false
        );

    private static DiscoverySelector[] Selectors(Field list) => [.. list.Items.Select(DiscoverySelector.From)];

    private sealed record Settings(
        string Revision,
        string Policy,
        IReadOnlyList<DiscoverySelector> Never,
        IReadOnlyList<DiscoverySelector> Always,
        IReadOnlyList<string> Templates,
        bool OwnTemplate
    )
    {
        public (SidecarPresence Presence, string Reason)? Withholds(IReadOnlyDictionary<string, string> labels, bool asks, bool isWhole)
        {
            if (Policy is not (Enabled or "disabled"))
            {
                return (SidecarPresence.Absent, $"autoInject is '{Policy}', with which nothing is injected");
            }

            if (!asks)
            {
                var without = isWhole ? SidecarPresence.Absent : SidecarPresence.Unknown;
                if (isWhole && Never.Any(selector => IsDecided(selector, labels) && selector.Selects(labels)))
                {
                    return (without, "a neverInjectSelector of the injector chooses it");
                }

                if (Never.Any(selector => !(isWhole && IsDecided(selector, labels)) && MaySelect(selector, labels, isWhole)))
                {
                    return (SidecarPresence.Unknown, "a neverInjectSelector of the injector may choose it");
                }

                if (Policy != Enabled && !(isWhole && Always.Any(selector => IsDecided(selector, labels) && selector.Selects(labels))))
                {
                    return (without, "autoInject is disabled, and its pods do not ask for a sidecar themselves");
                }
            }

            return OwnTemplate || (Templates.Count > 0 && !Templates.Contains("sidecar"))
                ? (SidecarPresence.Unknown, "the injector's templates are not the chart's, and are not evaluated")
                : null;
        }

        private static bool IsEmpty(DiscoverySelector selector) => !selector.Keys.Any();

        // What controllers add to the labels is known of running pods alone.
        private static bool IsDecided(DiscoverySelector selector, IReadOnlyDictionary<string, string> labels) =>
            !IsEmpty(selector) && !selector.Keys.Any(key => LateLabels.OfControllers.Contains(key) && !labels.ContainsKey(key));

        // Other labels of the pods may be what it asks for. Of pods without any that are known, who declares them says that they have a
        // sidecar.
        private static bool MaySelect(DiscoverySelector selector, IReadOnlyDictionary<string, string> labels, bool isWhole) =>
            !IsEmpty(selector)
            && (labels.Count > 0 || isWhole)
            && selector.Labels.Labels.All(one =>
                labels.TryGetValue(one.Key, out var own) ? own == one.Value : !isWhole || LateLabels.OfControllers.Contains(one.Key)
            )
            && selector.Expressions.All(one =>
                labels.TryGetValue(one.Key, out var own)
                    ? one.Operator switch
                    {
                        "In" => one.Values.Contains(own),
                        "NotIn" => !one.Values.Contains(own),
                        "DoesNotExist" => false,
                        _ => true,
                    }
                    : !isWhole || LateLabels.OfControllers.Contains(one.Key) || one.Operator is "NotIn" or "DoesNotExist"
            );
    }
}
