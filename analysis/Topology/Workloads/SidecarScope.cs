using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>What a workload's sidecar is told of the mesh.</summary>
/// <remarks>Source: getSidecarScope in pilot/pkg/model/push_context.go and pilot/pkg/model/sidecar.go of istio/istio.</remarks>
internal sealed class SidecarScope
{
    private readonly IReadOnlyList<EgressListener> _listeners;

    private SidecarScope(Manifest? sidecar, bool isAmbiguous, string ns, MeshConfiguration mesh, MaskedObject? masks)
    {
        Sidecar = sidecar;
        var egress = sidecar?.Spec["egress"].Items ?? [];
        HiddenOutbound = masks?.UnreadBut("spec ingress") ?? Exclusions(sidecar, egress, mesh.Semantics);
        HiddenInbound = masks?.UnreadBut("spec egress", "spec outboundTrafficPolicy");
        HiddenOutboundTrafficPolicy = sidecar?.Spec["outboundTrafficPolicy"].Exists == true ? null : mesh.HiddenOutboundTrafficPolicy;
        IsAmbiguous = isAmbiguous;
        var excludes = mesh.Semantics.SidecarExcludesHosts == true;
        _listeners =
            egress.Count == 0 ? [EgressListener.Everything] : [.. egress.Select(listener => EgressListener.From(listener, ns, excludes))];
        var own = sidecar?.Spec["outboundTrafficPolicy"];
        OutboundTrafficPolicy = own is { Exists: true } ? own["mode"].Text ?? "REGISTRY_ONLY" : mesh.OutboundTrafficPolicy;
    }

    public Manifest? Sidecar { get; }

    /// <summary>What hides which of the mesh the workload sees; the Sidecar, if another one may be meant.</summary>
    public Unreadable? HiddenOutbound { get; }

    /// <summary>What hides the ports that the Sidecar opens.</summary>
    public Unreadable? HiddenInbound { get; }

    /// <summary>What hides the mesh's outboundTrafficPolicy, where it counts.</summary>
    public Unreadable? HiddenOutboundTrafficPolicy { get; }

    /// <summary>True where nothing says which of several Sidecars is the oldest.</summary>
    public bool IsAmbiguous { get; }

    public string OutboundTrafficPolicy { get; }

    public static SidecarScope From(ClusterSnapshot controlPlane, Workload workload)
    {
        if (workload.IsGateway)
        {
            return new(null, false, workload.Namespace, controlPlane.Mesh, null);
        }

        var own = controlPlane.Objects.Of("Sidecar", workload.Namespace);
        var selecting = own.Where(sidecar =>
                sidecar.Spec["workloadSelector"].Exists
                && LabelSelector.From(sidecar.Spec["workloadSelector"]["labels"]).Selects(workload.Labels)
            )
            .ToArray();
        var whole = own.Where(sidecar => !sidecar.Spec["workloadSelector"].Exists).ToArray();
        var root = controlPlane
            .Objects.Of("Sidecar", controlPlane.Mesh.RootNamespace)
            .Where(sidecar => !sidecar.Spec["workloadSelector"].Exists)
            .ToArray();
        var chosen =
            selecting.Length > 0 ? selecting
            : whole.Length > 0 ? whole
            : root;

        // One whose selector is hidden may be for the workload as far as its labels are shown.
        var hidden =
            chosen.FirstOrDefault(sidecar => controlPlane.Masks.Of(sidecar)?.Unread is not null)
            ?? selecting
                .Concat(whole)
                .FirstOrDefault(sidecar => controlPlane.Masks.Of(sidecar)?.Hiding("spec workloadSelector") is not null);
        return new(
            hidden ?? chosen.FirstOrDefault(),
            !CreationOrder.IsKnown(chosen),
            workload.Namespace,
            controlPlane.Mesh,
            hidden is null ? null : controlPlane.Masks.Of(hidden)
        );
    }

    /// <summary>What it takes all on a port for, whatever the services of that port say; null where it says nothing of the port.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/listener.go, buildSidecarOutboundListeners.
    /// </remarks>
    public ServiceProtocol.Kind? ProtocolOn(int port) => ListenerOf(port)?.Protocol;

    public bool Sees(MeshService service, int port) => ListenerOf(port)?.Imports(service.Namespace, service.Host) == true;

    public bool Sees(VirtualServiceConfig config, int port) =>
        ListenerOf(port) is { } listener && config.Hosts.Any(host => listener.ImportsRoutesOf(config.Namespace, host));

    public IReadOnlyList<Cause> Because(string detail) => Sidecar is null ? [] : [Cause.From(Sidecar, detail)];

    private static Unreadable? Exclusions(Manifest? sidecar, IReadOnlyList<Field> egress, IstioSemantics semantics) =>
        sidecar is not null && semantics.SidecarExcludesHosts is null && egress.Any(EgressListener.HasExclusions)
            ? new(
                $"{sidecar.Reference} leaves hosts out with ~, which Istio reads since 1.31, and the version of Istio is not known",
                Cause.From(sidecar, "it leaves hosts out with ~")
            )
            : null;

    private EgressListener? ListenerOf(int port) => _listeners.FirstOrDefault(listener => listener.Port is null || listener.Port == port);
}
