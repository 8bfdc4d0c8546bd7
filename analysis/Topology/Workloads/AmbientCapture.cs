using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Which pods without a sidecar the node agent captures for ztunnel.</summary>
/// <remarks>Source: cni/pkg/util/enablement_selector.go, cni/pkg/util/podutil.go and manifests/charts/istio-cni/values.yaml of istio/istio,
/// 1.31.0-rc.0.</remarks>
internal sealed class AmbientCapture
{
    /// <summary>The label by which pods and namespaces ask for ambient mode.</summary>
    public const string Mode = "istio.io/dataplane-mode";

    /// <summary>The annotation that the node agent gives to pods that it has captured.</summary>
    public const string Redirected = "ambient.istio.io/redirection";

    private const string Ambient = "ambient";
    private const string HiddenMap = "data of ConfigMap istio-cni-config is masked";

    private static readonly IReadOnlyDictionary<string, string> Unlabelled = new Dictionary<string, string>();

    private static readonly (DiscoverySelector Pod, DiscoverySelector Namespace)[] Default =
    [
        (Having(Mode, Ambient), Anything),
        (new(LabelSelector.Everything, [(Mode, "NotIn", ["none"])]), Having(Mode, Ambient)),
    ];

    private readonly string _cluster;
    private readonly AmbientInstall _install;
    private readonly IstioSemantics _semantics;
    private readonly IReadOnlyList<(DiscoverySelector Pod, DiscoverySelector Namespace)> _selectors;
    private readonly HashSet<string> _excluded;
    private readonly string? _unknown;
    private readonly string? _unknownSelectors;

    public AmbientCapture(
        string cluster,
        IReadOnlyList<ChartRelease> releases,
        ClusterObjects objects,
        ClusterMasks masks,
        IstioSemantics semantics
    )
    {
        _cluster = cluster;
        _semantics = semantics;
        _install = AmbientInstall.Of(cluster, releases, objects);
        var agents = releases.Where(release => release.IsNodeAgent).ToArray();
        var maps = objects
            .Of("ConfigMap")
            .Where(map => map.Name == "istio-cni-config")
            .Select(map => Field.From(map.Body)["data"])
            .ToArray();
        Field[] values =
        [
            .. agents.Select(release => Field.From(release.Values)),
            .. objects.Of("sailoperator.io/IstioCNI").Select(agent => agent.Spec["values"]),
        ];
        _excluded = new(
            values.All(one => !one["excludeNamespaces"].Exists) && maps.Length == 0
                ? ["kube-system"]
                : values
                    .SelectMany(one => one["excludeNamespaces"].Texts())
                    .Concat(maps.SelectMany(map => (map["EXCLUDE_NAMESPACES"].Text ?? "").Split(',', StringSplitOptions.TrimEntries))),
            StringComparer.Ordinal
        );
        Field[] selectors =
        [
            .. values
                .Select(one =>
                    one["ambient"]["enablementSelectors"] is { Exists: true } own ? own : one["cni"]["ambient"]["enablementSelectors"]
                )
                .Where(given => given.Exists),
            .. maps.Select(map => map["AMBIENT_ENABLEMENT_SELECTOR"].Text)
                .OfType<string>()
                .Where(text => !Mask.IsIn(text))
                .Select(text => YamlDocument.TryRead($"selectors:\n{text}")?["selectors"])
                .OfType<Field>(),
        ];
        _selectors =
            selectors.Length == 0
                ? Default
                : [.. selectors[0].Items.Select(one => (Selector(one["podSelector"]), Selector(one["namespaceSelector"])))];
        _unknownSelectors =
            agents
                .Select(release => MaskedObject.From(release)?.Hiding("ambient enablementSelectors", "cni ambient enablementSelectors"))
                .FirstHidden()
                ?.Reason
            ?? (maps.Any(map => Mask.IsIn(map["AMBIENT_ENABLEMENT_SELECTOR"].Text)) ? HiddenMap : null);
        _unknown =
            agents
                .Select(release =>
                    MaskedObject.From(release)?.Hiding("profile", "global profile", "ambient", "cni ambient", "excludeNamespaces")
                )
                .Concat(objects.Of("DaemonSet").Select(set => masks.Of(set)?.Hiding("metadata name", "metadata labels app")))
                .Concat(objects.Of("ConfigMap").Where(map => Mask.IsIn(map.Name)).Select(map => masks.Of(map)?.Hiding("metadata name")))
                .FirstHidden()
                ?.Reason
            ?? (
                maps.Any(map =>
                    new[] { "AMBIENT_ENABLED", "AMBIENT_ENABLEMENT_SELECTOR", "EXCLUDE_NAMESPACES" }.Any(key => Mask.IsIn(map[key].Text))
                )
                    ? HiddenMap
                    : null
            );
    }

    /// <summary>What of the installation is shown.</summary>
    public AmbientInstall Install => _install;

    /// <summary>Whether pods are captured; null where they are not, and nothing but a reason where that is not known.</summary>
    /// <param name="ns">Their namespace.</param>
    /// <param name="labels">The labels of the namespace; null where no object shows them.</param>
    /// <param name="pod">The labels of the pods.</param>
    /// <param name="hidden">What hides labels of the namespace.</param>
    public (Capture? Capture, string? Unknown) Of(
        string ns,
        IReadOnlyDictionary<string, string>? labels,
        IReadOnlyDictionary<string, string> pod,
        Unreadable? hidden
    )
    {
        if (!IsSelected(labels ?? Unlabelled, pod))
        {
            return (null, hidden?.Reason ?? _unknownSelectors);
        }

        if (hidden is not null || _unknown is not null)
        {
            return (null, hidden?.Reason ?? _unknown);
        }

        // Source: https://github.com/istio/istio/pull/59295.
        if (_excluded.Contains(ns) && _semantics.AgentsPassNamespacesByForZtunnel != false)
        {
            return _semantics.AgentsPassNamespacesByForZtunnel == true
                ? default
                : (
                    null,
                    $"the node agent passes {ns} by (excludeNamespaces) in ambient mode since Istio 1.30, and the version is not known"
                );
        }

        return _install.Missing is { } missing
            ? (null, $"it is labelled for ambient mode, and {missing}")
            : (
                new(
                    pod.GetValueOrDefault(Mode) == Ambient ? $"its pod says {Mode}: {Ambient}" : $"its namespace says {Mode}: {Ambient}",
                    _install.IsShown ? null : $"ambient mode is installed in {_cluster}: its labels ask for it"
                ),
                null
            );
    }

    /// <summary>The same for pods of an object, of which some may run.</summary>
    public (Capture? Capture, string? Unknown) Of(
        PodTemplate pod,
        IReadOnlyDictionary<string, string>? labels,
        Unreadable? hidden,
        IEnumerable<PodTemplate> running
    )
    {
        if (pod.UsesHostNetwork)
        {
            return default;
        }

        bool[] redirected =
        [
            .. running.Concat(pod.IsRunning ? [pod] : []).Select(one => one.Annotations[Redirected].Text == "enabled").Distinct(),
        ];
        var asked = Of(pod.Namespace, labels, pod.Labels, hidden);
        return redirected switch
        {
            [true] => (new($"its running pods have {Redirected}: enabled", null), null),
            [] => asked,
            [false] when asked is (null, null) => default,
            _ => (null, asked.Unknown ?? $"some of its running pods are labelled for ambient mode, and do not say {Redirected}: enabled"),
        };
    }

    private bool IsSelected(IReadOnlyDictionary<string, string> ns, IReadOnlyDictionary<string, string> pod) =>
        _selectors.Any(selector => selector.Pod.Selects(pod) && selector.Namespace.Selects(ns));

    private static DiscoverySelector Anything => new(LabelSelector.Everything, []);

    private static DiscoverySelector Having(string key, string value) => new(LabelSelector.Everything, [(key, "In", [value])]);

    private static DiscoverySelector Selector(Field field) => field.HasContent ? DiscoverySelector.From(field) : Anything;
}
