namespace MeshStack.Analysis.Access;

/// <summary>What a workload's sidecar is told of the mesh.</summary>
/// <remarks>Source: getSidecarScope in pilot/pkg/model/push_context.go and pilot/pkg/model/sidecar.go of istio/istio.</remarks>
internal sealed class SidecarScope
{
    private readonly IReadOnlyList<EgressListener> _listeners;

    private SidecarScope(Manifest? sidecar, bool isAmbiguous, string space, MeshConfiguration mesh)
    {
        Sidecar = sidecar;
        IsAmbiguous = isAmbiguous;
        var egress = sidecar?.Spec["egress"].Items ?? [];
        _listeners = egress.Count == 0 ? [EgressListener.Everything] : [.. egress.Select(listener => EgressListener.Of(listener, space))];
        var own = sidecar?.Spec["outboundTrafficPolicy"];
        OutboundTrafficPolicy = own is { Exists: true } ? own["mode"].Text ?? "REGISTRY_ONLY" : mesh.OutboundTrafficPolicy;
    }

    public Manifest? Sidecar { get; }

    /// <summary>True where nothing says which of several Sidecars is the oldest.</summary>
    public bool IsAmbiguous { get; }

    public string OutboundTrafficPolicy { get; }

    public static SidecarScope Of(ClusterSnapshot plane, Workload workload)
    {
        if (workload.IsGateway)
        {
            return new(null, false, workload.Namespace, plane.Mesh);
        }

        var own = plane.Objects.Of("Sidecar", workload.Namespace);
        var selecting = own.Where(sidecar => sidecar.Spec["workloadSelector"].Exists && LabelSelector.Of(sidecar.Spec["workloadSelector"]["labels"]).Selects(workload.Labels)).ToArray();
        var whole = own.Where(sidecar => !sidecar.Spec["workloadSelector"].Exists).ToArray();
        var root = plane.Objects.Of("Sidecar", plane.Mesh.RootNamespace).Where(sidecar => !sidecar.Spec["workloadSelector"].Exists).ToArray();
        var chosen = selecting.Length > 0 ? selecting : whole.Length > 0 ? whole : root;
        return new(chosen.FirstOrDefault(), !Age.IsKnown(chosen), workload.Namespace, plane.Mesh);
    }

    public bool Sees(MeshService service, int port) => ListenerOf(port)?.Imports(service.Namespace, service.Host) == true;

    public bool Sees(VirtualServiceConfig config, int port) => ListenerOf(port) is { } listener && config.Hosts.Any(host => listener.Imports(config.Space, host));

    public IReadOnlyList<Cause> Because(string detail) => Sidecar is null ? [] : [Cause.Of(Sidecar, detail)];

    private EgressListener? ListenerOf(int port) => _listeners.FirstOrDefault(listener => listener.Port is null || listener.Port == port);
}
