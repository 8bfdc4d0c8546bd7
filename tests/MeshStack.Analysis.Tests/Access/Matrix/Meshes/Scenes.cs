using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>What a mesh stands on before any object of Istio: clusters and how they know each other, networks, trust, gateways, workloads,
/// Services.</summary>
internal static class Scenes
{
    private static readonly Manifest Remote = Manifest.From(
        "west",
        Map(
            ("apiVersion", "v1"),
            ("kind", "Namespace"),
            ("metadata", Map(("name", Places.Root), ("annotations", Map(("topology.istio.io/controlPlaneClusters", "east")))))
        )
    );

    /// <summary>How clusters know each other: by remote secrets, one as the other's remote, not at all.</summary>
    public enum Bond
    {
        Peers,
        Remote,
        None,
    }

    // One domain for both, apart but accepted, apart but the same by aliases, apart.
    private static readonly Gen<Func<string, string, ClusterSettings>> Trust = Gen.Frequency(
        (4, Gen.Constant<Func<string, string, ClusterSettings>>((_, _) => new())),
        (1, Gen.Constant<Func<string, string, ClusterSettings>>((_, _) => new() { TrustDomainAliases = ["old.example"] })),
        (
            8,
            Gen.Constant<Func<string, string, ClusterSettings>>(
                (own, other) => new() { TrustDomain = Domain(own), CaTrustDomains = [Domain(other)] }
            )
        ),
        (
            3,
            Gen.Constant<Func<string, string, ClusterSettings>>(
                (own, other) => new() { TrustDomain = Domain(own), TrustDomainAliases = [Domain(other), "old.example"] }
            )
        ),
        (1, Gen.Constant<Func<string, string, ClusterSettings>>((own, _) => new() { TrustDomain = Domain(own) }))
    );

    public static Gen<SnapshotSources> All { get; } =
        from bond in Gen.Elements(Bond.Peers, Bond.Peers, Bond.Peers, Bond.Remote, Bond.None, Bond.None)
        from hasNetworks in Gen.Elements(true, false)
        from trust in Trust
        from east in Settings("east", "west", bond, hasNetworks, trust)
        from west in Settings("west", "east", bond, hasNetworks, trust)
        from services in Services.All
        from isNamed in Gen.Elements(true, false)
        from isCrowded in Gen.Elements(true, false, false, false, false)
        select new SnapshotSources
        {
            Manifests = [.. services, .. bond == Bond.Remote ? [Remote] : Array.Empty<Manifest>()],
            Workloads = [.. Workloads.All, .. isCrowded ? Workloads.Crowd : []],
            Releases = [Ingress(isNamed), Gateway("east", hasNetworks), Gateway("west", hasNetworks)],
            Gateways = [Address("east", "192.0.2.1"), Address("west", "192.0.2.2")],
            Settings = new Dictionary<string, ClusterSettings> { ["east"] = east, ["west"] = west },
        };

    private static Gen<ClusterSettings> Settings(
        string own,
        string other,
        Bond bond,
        bool hasNetworks,
        Func<string, string, ClusterSettings> trust
    ) =>
        from capture in Gen.Elements<bool?>(null, true, true, true, true)
        from outbound in Gen.Elements<string?>(null, null, "REGISTRY_ONLY")
        select trust(own, other) with
        {
            Network = hasNetworks ? own : null,
            DnsCapture = capture,
            OutboundTrafficPolicy = outbound,
            RemoteSecretsTo = bond == Bond.Peers || (bond == Bond.Remote && own == "west") ? [other] : null,
        };

    private static string Domain(string cluster) => $"{cluster}.example";

    private static ChartRelease Ingress(bool isNamed) =>
        new(
            "east",
            Places.Ingress,
            "istio-ingressgateway",
            "istio/gateway",
            Given(
                ("labels", isNamed ? Map((TargetedPolicies.GatewayLabel, TargetedPolicies.Edge)) : null),
                (
                    "service",
                    Map(
                        (
                            "ports",
                            List(
                                Map(("name", "http2"), ("port", 80L), ("targetPort", 80L)),
                                Map(("name", "https"), ("port", 443L), ("targetPort", 443L)),
                                Map(("name", "tcp"), ("port", 31400L), ("targetPort", 31400L))
                            )
                        )
                    )
                )
            )
        );

    private static ChartRelease Gateway(string cluster, bool hasNetworks) =>
        new(cluster, Places.Root, EastWest.Service, "istio/gateway", Map(("networkGateway", hasNetworks ? cluster : "any")));

    private static GatewayAddress Address(string cluster, string address) => new(cluster, Places.Root, EastWest.Service, address);
}
