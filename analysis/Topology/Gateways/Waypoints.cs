using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Services;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The waypoints of a cluster, and what is bound to them.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/waypoints.go, fetchWaypointForTarget.
/// </remarks>
internal sealed class Waypoints(
    ClusterObjects objects,
    ClusterMasks masks,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces,
    IstioSemantics semantics
)
{
    /// <summary>The label by which Services, pods and namespaces ask for a waypoint.</summary>
    public const string Use = "istio.io/use-waypoint";

    /// <summary>The label by which calls of gateways go through it too.</summary>
    public const string IngressUse = "istio.io/ingress-use-waypoint";

    private const string Canary = $"{Use}-canary";
    private const string For = "istio.io/waypoint-for";

    private static readonly IReadOnlyDictionary<string, string> Unlabelled = new Dictionary<string, string>();

    // Which Gateways there are, and what they are for, says what labels bind to.
    private readonly string? _hidden = masks.OfKinds($"{GatewayApiKinds.Group}/Gateway", $"{GatewayApiKinds.Group}/GatewayClass")?.Reason;

    /// <summary>Those that istiod deploys.</summary>
    public IEnumerable<Workload> Workloads =>
        objects
            .Of($"{GatewayApiKinds.Group}/Gateway")
            .Where(gateway => gateway.Spec["gatewayClassName"].Text == Waypoint.Class)
            .Select(gateway => new Waypoint(gateway, "").Workload);

    /// <summary>The waypoint of a Service, for what comes to its address.</summary>
    public WaypointBinding Of(MeshService service) =>
        // Those of waypoints have none.
        service.Labels.GetValueOrDefault("gateway.istio.io/managed")
            is "istio.io-mesh-controller"
                or "istio.io-eastwest-controller"
            ? WaypointBinding.None
            : Find(service.Namespace, service.Labels, service.Unreadable, isService: true);

    /// <summary>The waypoint of a workload's pods, for what comes to their own addresses.</summary>
    public WaypointBinding Of(Workload workload) =>
        workload.Labels.ContainsKey(PolicyTargets.GatewayNameLabel)
            ? WaypointBinding.None
            : Find(
                workload.Namespace,
                workload.Labels,
                workload.Unreadable,
                isService: false,
                workload.HiddenLabels is { } hidden
                    && (hidden.IsOpen || hidden.Keys.Any(key => key.StartsWith(Use, StringComparison.Ordinal)))
            );

    /// <summary>True where calls of gateways to a Service go through its waypoint too.</summary>
    public bool TakesIngress(MeshService service) =>
        (service.Labels.GetValueOrDefault(IngressUse) ?? LabelsOf(service.Namespace).GetValueOrDefault(IngressUse)) == "true"
        || (!service.Labels.ContainsKey(IngressUse) && HiddenIn(service.Namespace) is not null);

    private WaypointBinding Find(
        string ns,
        IReadOnlyDictionary<string, string> labels,
        Unreadable? unreadable,
        bool isService,
        bool hidesLabels = false
    )
    {
        if (unreadable is not null || hidesLabels)
        {
            return Unknown(unreadable?.Reason ?? $"the label {Use} is masked");
        }

        var own = labels.ContainsKey(Use);
        if (!own && HiddenIn(ns) is { } hidden)
        {
            return Unknown(hidden.Reason);
        }

        var from = own ? labels : LabelsOf(ns);
        if (from.GetValueOrDefault(Use) is not { } name || name == "none")
        {
            return WaypointBinding.None;
        }

        if (_hidden is not null)
        {
            return Unknown(_hidden);
        }

        var place = from.GetValueOrDefault($"{Use}-namespace") ?? ns;
        var gateway = objects.Of($"{GatewayApiKinds.Group}/Gateway", place).FirstOrDefault(one => one.Name == name);
        if (gateway is null)
        {
            return new(null, $"no Gateway {place}/{name} is there", null);
        }

        if (isService && semantics.WaypointsHaveCanaries != false && from.ContainsKey(Canary))
        {
            return Unknown(
                semantics.WaypointsHaveCanaries == true
                    ? $"{Canary} leads a share of the calls through another waypoint, which is not evaluated"
                    : $"{Canary} counts since Istio 1.31, and the version is not known"
            );
        }

        var kind = objects
            .Of($"{GatewayApiKinds.Group}/GatewayClass")
            .FirstOrDefault(one => one.Name == gateway.Spec["gatewayClassName"].Text);
        if (gateway.Spec["gatewayClassName"].Text != Waypoint.Class && kind?.Spec["controllerName"].Text != "istio.io/mesh-controller")
        {
            return Unknown($"{gateway.Reference} is no waypoint by its class, and what comes of calls to it is not evaluated");
        }

        Waypoint waypoint = new(gateway, gateway.Labels()[For].Text ?? kind?.Labels()[For].Text ?? "service");
        if (HiddenIn(ns, waypoint.Asked) is { } asked)
        {
            return Unknown(asked.Reason);
        }

        return !waypoint.Admits(ns, LabelsOf(ns)) ? new(null, $"the allowedRoutes of Gateway {place}/{name} do not admit {ns}", null)
            : !(isService ? waypoint.TakesServices : waypoint.TakesWorkloads)
                ? new(null, own ? $"Gateway {place}/{name} is for {waypoint.Traffic} traffic" : null, null)
            : waypoint.Unknown is { } odd ? Unknown(odd)
            : new(waypoint, null, null);
    }

    private IReadOnlyDictionary<string, string> LabelsOf(string ns) => namespaces.GetValueOrDefault(ns) ?? Unlabelled;

    private Unreadable? HiddenIn(string ns) => HiddenIn(ns, [Use, $"{Use}-namespace", Canary, IngressUse]);

    private Unreadable? HiddenIn(string ns, IEnumerable<string> labels) =>
        objects.Of("Namespace").FirstOrDefault(one => one.Name == ns) is { } found
            ? masks.Of(found)?.Hiding([.. labels.Select(label => $"metadata labels {label}")])
            : null;

    private static WaypointBinding Unknown(string why) => new(null, null, why);
}
