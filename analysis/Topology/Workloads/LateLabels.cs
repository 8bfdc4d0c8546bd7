using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>The labels that controllers and the injector give to the pods that they make of a template.</summary>
/// <remarks>Source: injection-template.yaml and gateway-injection-template.yaml of manifests/charts/istio-control/istio-discovery/files,
/// istio/istio 1.30.3, and https://kubernetes.io/docs/reference/labels-annotations-taints/.</remarks>
internal static class LateLabels
{
    private const string CanonicalName = "service.istio.io/canonical-name";
    private const string CanonicalRevision = "service.istio.io/canonical-revision";
    private const string PodName = "statefulset.kubernetes.io/pod-name";
    private const string PodIndex = "apps.kubernetes.io/pod-index";
    private const string Declared = "Workload";
    private const int LongestValue = 63;

    private static readonly string[] JobNames = ["job-name", "batch.kubernetes.io/job-name"];

    private static readonly string[] Injected = [Workload.TlsModeLabel, CanonicalName, CanonicalRevision];

    // What they say is known of running pods alone.
    private static readonly string[] Made =
    [
        "batch.kubernetes.io/controller-uid",
        "batch.kubernetes.io/job-completion-index",
        "controller-revision-hash",
        "controller-uid",
        "pod-template-generation",
        "pod-template-hash",
        "rollouts-pod-template-hash",
    ];

    /// <summary>The keys of all of them but the injector's.</summary>
    public static IReadOnlyList<string> OfControllers { get; } = [PodIndex, PodName, .. JobNames, .. Made];

    public static bool IsLate(string key) => OfControllers.Contains(key) || Injected.Contains(key);

    /// <summary>
    /// A workload with those of its late labels that selectors ask for, and each of its pods by itself that one of them asks for by its
    /// name or number.
    /// </summary>
    /// <param name="workload">The workload.</param>
    /// <param name="selectors">Who asks.</param>
    /// <param name="hide">Takes the objects of which it is not known whether they select it.</param>
    public static IEnumerable<Workload> Of(Workload workload, LateSelectors selectors, Action<Manifest, Unreadable, string> hide)
    {
        var asked = selectors.AskedOf(workload).ToArray();
        if (asked.Length == 0 || workload.IsRunning)
        {
            return [workload];
        }

        if (workload.Unreadable is not null)
        {
            var hidden = workload.HiddenLabels;
            string[] keys = [.. asked.Select(one => one.Label.Key).Concat(hidden?.Keys ?? []).Distinct(StringComparer.Ordinal)];
            return [workload with { HiddenLabels = new(keys, hidden?.IsOpen == true) }];
        }

        Dictionary<string, string> labels = new(workload.Labels, StringComparer.Ordinal);
        Unreadable? several = null;
        foreach (var (by, (key, wanted)) in asked)
        {
            if (ValueOf(workload, key) is { } value)
            {
                labels[key] = value;
            }
            else if (by is not null && MayHave(workload, key))
            {
                Unreadable why = new(
                    $"{by.Object.Reference} asks for the label {key}, which is known of running pods alone",
                    workload.Because($"its pods get the label {key}")
                );

                // It is taken for one that is selected, by an object that may be for others. It cannot be that for two values.
                hide(by.Object, why, by.Path);
                several = labels.TryAdd(key, wanted) || labels[key] == wanted ? several : why;
            }
        }

        if (several is not null)
        {
            return [workload with { Unreadable = several, HiddenLabels = HiddenLabels.Any }];
        }

        var whole = workload with { Labels = labels };
        if (workload.Kind != "StatefulSet")
        {
            return [whole];
        }

        Workload[] pods =
        [
            .. asked
                .Select(one => OrdinalOf(workload, one.Label))
                .OfType<int>()
                .Distinct()
                .Order()
                .Select(ordinal => PodOf(whole, ordinal)),
        ];
        return pods.Length > 0 && workload.Replicas == pods.Length ? pods : [.. pods, whole];
    }

    private static string? ValueOf(Workload workload, string key) =>
        key switch
        {
            _ when JobNames.Contains(key) => workload.Kind == "Job" ? workload.Name : null,
            _ when workload.Sidecar != SidecarPresence.Present => null,

            // Of a declared workload not all labels are known, and no name of its pods' owner.
            CanonicalName or CanonicalRevision when workload.Kind == Declared => null,
            Workload.TlsModeLabel => workload.IsGateway ? null : "istio",
            CanonicalName => Canonical(workload.Labels, "app.kubernetes.io/name", "app") ?? Cut(workload.Name),
            CanonicalRevision => Canonical(workload.Labels, "app.kubernetes.io/version", "version") ?? "latest",
            _ => null,
        };

    private static bool MayHave(Workload workload, string key) =>
        Injected.Contains(key)
            ? workload.Sidecar == SidecarPresence.Unknown || (workload.Kind == Declared && workload.Sidecar == SidecarPresence.Present)
            : workload.Kind switch
            {
                "Deployment" or "ReplicaSet" => key == "pod-template-hash",
                "DaemonSet" => key is "controller-revision-hash" or "pod-template-generation",
                "StatefulSet" => key == "controller-revision-hash",
                "CronJob" => JobNames.Contains(key) || key.Contains("controller-uid", StringComparison.Ordinal),
                "Job" => Made.Contains(key) && !key.Contains("template", StringComparison.Ordinal) && key != "controller-revision-hash",
                "Rollout" => key == "rollouts-pod-template-hash",
                _ => false,
            };

    private static string? Canonical(IReadOnlyDictionary<string, string> labels, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (labels.GetValueOrDefault(key) is { Length: > 0 } value)
            {
                return Cut(value);
            }
        }

        return null;
    }

    private static string Cut(string value) => value.Length <= LongestValue ? value : value[..LongestValue].TrimEnd('-');

    private static int? OrdinalOf(Workload workload, KeyValuePair<string, string> asked)
    {
        var text =
            asked.Key == PodIndex ? asked.Value
            : asked.Key == PodName && asked.Value.StartsWith(workload.Name + "-", StringComparison.Ordinal)
                ? asked.Value[(workload.Name.Length + 1)..]
            : "";
        return int.TryParse(text, System.Globalization.NumberStyles.None, null, out var ordinal) && text == $"{ordinal}" ? ordinal : null;
    }

    // As many pods may run as are asked for; those that nobody asks for are all alike.
    private static Workload PodOf(Workload workload, int ordinal)
    {
        var name = $"{workload.Name}-{ordinal}";
        return workload with
        {
            Kind = "Pod",
            Name = name,
            Labels = new Dictionary<string, string>(workload.Labels, StringComparer.Ordinal)
            {
                [PodName] = name,
                [PodIndex] = $"{ordinal}",
            },
        };
    }
}
