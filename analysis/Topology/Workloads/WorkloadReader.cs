using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>Reads the workloads of one cluster from its objects, its gateway releases and what is declared.</summary>
internal sealed class WorkloadReader(
    string cluster,
    MeshConfiguration mesh,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces,
    ClusterObjects objects,
    ClusterMasks masks,
    Injector injector,
    AmbientCapture ambient
)
{
    // The labels of a namespace that say something about proxies.
    private static readonly string[] Asked = ["istio-injection", "istio.io/rev"];

    private readonly Dictionary<string, Unreadable> _hiddenInjection = Hidden(objects, masks, Asked);

    private readonly Dictionary<string, Unreadable> _hiddenMode = Hidden(objects, masks, [AmbientCapture.Mode]);

    public IEnumerable<Workload> Read(IReadOnlyList<Manifest> manifests)
    {
        var owners = new PodOwners(manifests, masks);
        foreach (var manifest in manifests)
        {
            if (manifest is { Kind: "WorkloadEntry", Group: "networking.istio.io" })
            {
                yield return OfEntry(manifest);
            }
            else if (PodTemplate.From(manifest) is { } pod)
            {
                if (!owners.Cover(manifest))
                {
                    yield return OfPod(manifest, pod, owners);
                }
            }
            else if (MaskedKinds.MayBeWorkload(manifest) && masks.Of(manifest)?.Unread is { } unreadable)
            {
                yield return Hidden(manifest.Namespace ?? "default", manifest.Kind, manifest.Name, unreadable);
            }
        }
    }

    private static Dictionary<string, Unreadable> Hidden(ClusterObjects objects, ClusterMasks masks, string[] labels) =>
        objects
            .Of("Namespace")
            .DistinctBy(ns => ns.Name)
            .Select(ns => (ns.Name, Why: masks.Of(ns)?.Hiding([.. labels.Select(label => $"metadata labels {label}")])))
            .Where(ns => ns.Why is not null)
            .ToDictionary(ns => ns.Name, ns => ns.Why!, StringComparer.Ordinal);

    public Workload Of(DeclaredWorkload declared)
    {
        if (
            Mask.IsIn(declared.Name)
            || Mask.IsIn(declared.ServiceAccount)
            || declared.Labels.Any(label => Mask.IsIn(label.Key) || Mask.IsIn(label.Value))
        )
        {
            return Hidden(
                declared.Namespace,
                "Workload",
                declared.Name,
                Unreadable.From(cluster, "Workload", declared.Namespace, declared.Name, "what is declared")
            );
        }

        var (presence, reason, capture) = ProxyOf(declared);
        return new()
        {
            Cluster = cluster,
            Namespace = declared.Namespace,
            Kind = "Workload",
            Name = declared.Name,
            Labels = declared.Labels,
            ServiceAccount = declared.ServiceAccount,
            Sidecar = presence,
            SidecarReason = reason,
            IsGateway = declared.IsGateway,
            Capture = capture,
            TakesHbone = TakesHbone(presence, declared.Labels),
            Ports = declared.Ports ?? new Dictionary<string, int>(),
            Network = NetworkOf(declared.Labels),
            Redirection = injector.In(declared.Namespace, mesh.Redirection),
        };
    }

    // Nobody who declares a sidecar says so of a namespace whose pods ztunnel serves, and what is declared without one may be captured.
    private (SidecarPresence Presence, string Reason, Capture? Capture) ProxyOf(DeclaredWorkload declared)
    {
        var (presence, reason) = PresenceOf(declared);
        if (declared.IsGateway)
        {
            // Those of gateways say that ztunnel is not to serve them.
            return (presence, reason, null);
        }

        var labels = namespaces.GetValueOrDefault(declared.Namespace);
        var (capture, unknown) = ambient.Of(declared.Namespace, labels, declared.Labels, _hiddenMode.GetValueOrDefault(declared.Namespace));
        return presence == SidecarPresence.Absent ? Captured(presence, reason, capture, unknown)
            : presence == SidecarPresence.Present
            && (capture is not null || unknown is not null)
            && !SidecarInjection.Asks(declared.Labels)
            && labels?.ContainsKey("istio-injection") != true
            && labels?.ContainsKey("istio.io/rev") != true
                ? (SidecarPresence.Unknown, $"it is declared with a sidecar, and {capture?.Reason ?? unknown}", null)
            : (presence, reason, null);
    }

    private static (SidecarPresence Presence, string Reason, Capture? Capture) Captured(
        SidecarPresence presence,
        string reason,
        Capture? capture,
        string? unknown
    ) =>
        unknown is not null ? (SidecarPresence.Unknown, unknown, null)
        : capture is not null ? (presence, $"{capture.Reason}, for ztunnel", capture)
        : (presence, reason, null);

    // What the injector writes on the pods of sidecars that take HBONE; null where nothing says whether it does.
    // Source: manifests/charts/istio-control/istio-discovery/files/injection-template.yaml of istio/istio, 1.31.0-rc.0.
    private bool? TakesHbone(SidecarPresence presence, IReadOnlyDictionary<string, string> labels) =>
        presence != SidecarPresence.Present ? false
        : labels.TryGetValue(Workload.TunnelLabel, out var tunnel) ? tunnel == "http"
        : mesh.SidecarsTakeHbone ?? (!ambient.Install.IsShown ? null : ambient.Install.HasProfile);

    // Who declares a sidecar counts on the injector, and on what says in the cluster whom it injects.
    private (SidecarPresence Presence, string Reason) PresenceOf(DeclaredWorkload declared) =>
        !declared.HasSidecar ? (SidecarPresence.Absent, "it is declared so")
        : declared.IsGateway ? (SidecarPresence.Present, "it is declared as a gateway")
        : _hiddenInjection.GetValueOrDefault(declared.Namespace) is { } hidden ? (SidecarPresence.Unknown, hidden.Reason)
        : SidecarInjection.Against(declared.Namespace, declared.Labels)
            ?? Unasked(declared)
            ?? injector.Withholds(declared.Labels, SidecarInjection.Asks(declared.Labels), isWhole: false, revisions: [])
            ?? (SidecarPresence.Present, "it is declared so");

    // Pods ask for themselves where their namespace says nothing.
    private (SidecarPresence Presence, string Reason)? Unasked(DeclaredWorkload declared) =>
        namespaces.GetValueOrDefault(declared.Namespace) is { } labels
        && (labels.ContainsKey("istio-injection") || labels.ContainsKey("istio.io/rev"))
        && injector.Webhooks.Bring(declared.Namespace, labels, declared.Labels) is { Presence: not SidecarPresence.Present } other
            ? (SidecarPresence.Unknown, $"it is declared with a sidecar, and {other.Reason}")
            : null;

    // What masks hide as a whole may have any labels and any service account.
    private Workload Hidden(string ns, string kind, string name, Unreadable unreadable) =>
        new()
        {
            Cluster = cluster,
            Namespace = ns,
            Kind = kind,
            Name = name,
            Labels = new Dictionary<string, string>(),
            HiddenLabels = HiddenLabels.Any,
            ServiceAccount = MaskedText.Secret,
            Sidecar = SidecarPresence.Unknown,
            SidecarReason = unreadable.Reason,
            MayBeGateway = true,
            HiddenHostPorts = unreadable,
            Unreadable = unreadable,
        };

    private Workload OfPod(Manifest manifest, PodTemplate pod, PodOwners owners)
    {
        var (hidden, at) = (masks.Of(manifest), PodTemplate.PathOf(manifest));
        var unreadable =
            hidden?.Unread ?? owners.HiddenOf(manifest) ?? (pod.HidesArguments ? hidden?.Hiding($"{at} spec containers") : null);
        var (presence, reason, capture) = unreadable is not null
            ? (SidecarPresence.Unknown, unreadable.Reason, null)
            : ProxyOf(pod, owners.RunningOf(manifest));
        var address = Field.From(manifest.Body)["status"]["podIP"].Text is { } given && !Mask.IsIn(given) ? given : null;
        var config = pod.Annotations["proxy.istio.io/config"].Text is { } text && !Mask.IsIn(text) ? YamlDocument.TryRead(text) : null;
        var redirection = injector.In(pod.Namespace, RedirectionReader.Of(pod, config, mesh.Redirection));
        return new()
        {
            Cluster = cluster,
            Namespace = pod.Namespace,
            Kind = manifest.Kind,
            Name = manifest.Name,
            Labels = pod.Labels,
            HiddenLabels = HiddenLabels.From(hidden, $"{at} metadata labels"),
            ServiceAccount = hidden?.Hiding($"{at} spec serviceAccountName", $"{at} spec serviceAccount") is null
                ? pod.ServiceAccount
                : MaskedText.Secret,
            Sidecar = presence,
            SidecarReason = reason,
            Capture = capture,
            TakesHbone = TakesHbone(presence, pod.Labels),
            IsGateway = pod.IsGateway,
            MayBeGateway =
                unreadable is not null
                && hidden?.Hiding(
                    $"{at} metadata annotations inject.istio.io/templates",
                    $"{at} spec containers [] name",
                    $"{at} spec containers [] args"
                )
                    is not null,
            Ports = pod.Ports(),
            Replicas = manifest.Spec["replicas"].Integer,
            HostPorts = pod.HostPorts(),
            HiddenHostPorts = hidden?.Hiding($"{at} spec containers [] ports", $"{at} spec hostNetwork"),
            UsesHostNetwork = pod.UsesHostNetwork,
            Network = NetworkOf(pod.Labels),
            Address = address,
            PodAddress = manifest.Kind == "Pod" && address is { Length: > 0 } ? address : null,
            DnsCapture =
                redirection.IsOff ? false
                : config is null ? null
                : DnsCapture.In(config),
            Redirection = redirection,
            IsRunning = pod.IsRunning,
            Unreadable = unreadable,
        };
    }

    // A sidecar that was injected keeps ztunnel away; one that the pod brings along itself does not.
    private (SidecarPresence Presence, string Reason, Capture? Capture) ProxyOf(PodTemplate pod, IEnumerable<PodTemplate> running)
    {
        var (labels, hidden) = (namespaces.GetValueOrDefault(pod.Namespace), _hiddenInjection.GetValueOrDefault(pod.Namespace));
        var (presence, reason) = SidecarInjection.Of(pod, labels, hidden, running, injector);
        var (capture, unknown) = ambient.Of(pod, labels, _hiddenMode.GetValueOrDefault(pod.Namespace), running);
        return presence == SidecarPresence.Absent ? Captured(presence, reason, capture, unknown)
            : presence == SidecarPresence.Present && pod.BringsProxy && (capture is not null || unknown is not null)
                ? (SidecarPresence.Unknown, $"its pod has the container istio-proxy, and {capture?.Reason ?? unknown}", null)
            : (presence, reason, null);
    }

    private Workload OfEntry(Manifest manifest)
    {
        var hidden = masks.Of(manifest);
        var labels = manifest.Spec["labels"].Exists ? manifest.Spec["labels"].Shown() : manifest.Labels().Shown();
        var (presence, reason) = hidden?.Unread is { } unreadable
            ? (SidecarPresence.Unknown, unreadable.Reason)
            : ProxyOf(manifest, labels);
        return new()
        {
            Cluster = cluster,
            Namespace = manifest.Namespace ?? "default",
            Kind = manifest.Kind,
            Name = manifest.Name,
            Labels = labels,
            HiddenLabels = HiddenLabels.From(hidden, "spec labels") ?? HiddenLabels.From(hidden, "metadata labels"),
            ServiceAccount =
                hidden?.Hiding("spec serviceAccount") is not null ? MaskedText.Secret
                : manifest.Spec["serviceAccount"].Text is { Length: > 0 } account ? account
                : "default",
            Sidecar = presence,
            SidecarReason = reason,
            Ports = manifest
                .Spec["ports"]
                .Entries.Where(port => port.Port() is not null)
                .ToDictionary(port => port.Name, port => port.Port()!.Value, StringComparer.Ordinal),

            // One that names no network is in none, and every proxy goes to its address.
            // Source: workloadEntryNetwork, pilot/pkg/serviceregistry/serviceentry/conversion.go of istio/istio.
            Network = manifest.Spec["network"].Text ?? labels.GetValueOrDefault(MeshConfigurationReader.NetworkLabel) ?? "",
            Address = manifest.Spec["address"].Text is { } address && !Mask.IsIn(address) ? address : null,
            Locality = manifest.Spec["locality"].Text,
            Unreadable = hidden?.Unread,
        };
    }

    // A machine speaks mTLS where its label says so, or where it has a service account, as those that joined through a WorkloadGroup do.
    private static (SidecarPresence Presence, string Reason) ProxyOf(Manifest entry, IReadOnlyDictionary<string, string> labels) =>
        labels.GetValueOrDefault(Workload.TlsModeLabel) == "istio"
            ? (SidecarPresence.Present, $"its WorkloadEntry has the label {Workload.TlsModeLabel}: istio")
        : entry.Spec["serviceAccount"].HasContent ? (SidecarPresence.Present, "its WorkloadEntry has a service account")
        : (SidecarPresence.Absent, "its WorkloadEntry has no service account");

    private string NetworkOf(IReadOnlyDictionary<string, string> labels) =>
        labels.GetValueOrDefault(MeshConfigurationReader.NetworkLabel) ?? mesh.Network;
}
