using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>A waypoint: the proxy through which ambient callers reach the Services or pods that are bound to it.</summary>
/// <param name="Gateway">Its Gateway.</param>
/// <param name="Traffic">What may be bound to it: <c>service</c>, <c>workload</c>, <c>all</c> or <c>none</c>.</param>
internal sealed record Waypoint(Manifest Gateway, string Traffic)
{
    /// <summary>The class of waypoints, which policies for all of them name.</summary>
    public const string Class = "istio-waypoint";

    private const string Port = "15008";

    public string Namespace => Gateway.Namespace ?? "default";

    public string Name => Gateway.Name;

    public bool TakesServices => Traffic is "service" or "all";

    public bool TakesWorkloads => Traffic is "workload" or "all";

    /// <summary>True where its status says that it was ready once; nothing is bound to it before.</summary>
    public bool IsReady => Field.From(Gateway.Body)["status"]["addresses"].Items.Count > 0;

    /// <summary>Why its account or where it takes connections is not known; null where it is.</summary>
    public string? Unknown =>
        new[] { "gateway.istio.io/service-account", "gateway.istio.io/name-override", "ambient.istio.io/waypoint-inbound-binding" }
            .Where(name => Gateway.Annotations()[name].Exists)
            .Select(name => $"{Gateway.Reference} has the annotation {name}, which is not evaluated")
            .FirstOrDefault();

    /// <summary>The labels that it asks namespaces for.</summary>
    public IEnumerable<string> Asked =>
        Allowed is { } allowed && allowed["from"].Text == "Selector" ? DiscoverySelector.From(allowed["selector"]).Keys : [];

    private Field? Allowed =>
        Gateway
            .Spec["listeners"]
            .Items.FirstOrDefault(one => one["protocol"].Text == "HBONE" && one["port"].Scalar() == Port)
            ?["allowedRoutes"]["namespaces"];

    /// <summary>True where objects of a namespace may be bound to it.</summary>
    public bool Admits(string ns, IReadOnlyDictionary<string, string>? labels)
    {
        var allowed = Allowed;
        return allowed?["from"].Text switch
        {
            "All" => true,
            "Selector" => DiscoverySelector.From(allowed["selector"]).Selects(labels ?? new Dictionary<string, string>()),
            _ => ns == Namespace,
        };
    }

    /// <summary>The workload that it is, by the account that istiod gives it.</summary>
    public Workload Workload =>
        new()
        {
            Cluster = Gateway.Cluster,
            Namespace = Namespace,
            Kind = "Gateway",
            Name = Name,
            Labels = new Dictionary<string, string> { [PolicyTargets.GatewayNameLabel] = Name },
            ServiceAccount = Name,
            SidecarReason = "it is a waypoint",
        };

    public Cause Because(string detail) => Cause.From(Gateway, detail);

    public override string ToString() => $"waypoint {Namespace}/{Name}";
}
