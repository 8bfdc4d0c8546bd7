using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Config.Mesh;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Workloads in ambient mode: their namespace, what their labels ask for, and the policies that ztunnel gets.</summary>
internal sealed record Mists(Manifest[] Objects, ChartRelease[] Releases)
{
    public const string Name = "mist";

    /// <summary>Another workload of the namespace, which calls.</summary>
    public const string Caller = "fog";

    /// <summary>The namespace of both.</summary>
    public const string Moor = "moor";

    private const string Waypoint = "waypoint";
    private const string GatewayGroup = "gateway.networking.k8s.io";
    private const string UseWaypoint = "istio.io/use-waypoint";
    private const string Mode = "istio.io/dataplane-mode";

    private static readonly Gen<ChartRelease[]> Installations = Gen.Frequency(
        (2, Gen.Constant(Array.Empty<ChartRelease>())),
        (4, Gen.Constant(new[] { Istiod("ambient"), Agent("ambient"), Ztunnel })),
        (1, Gen.Constant(new[] { Istiod("default"), Agent("ambient"), Ztunnel })),
        (1, Gen.Constant(new[] { Istiod("ambient"), Agent("ambient") }))
    );

    private static readonly Gen<Dictionary<string, object?>> OfNamespaces = Gen.Frequency(
        (8, Gen.Constant(Map((Mode, "ambient")))),
        (1, Gen.Constant(Map((Mode, "none")))),
        (1, Gen.Constant(Map((Mode, "ambient"), (Injection.Switch, "enabled"))))
    );

    private static readonly Gen<string?> OfPods = Gen.Elements<string?>(null, null, null, null, null, "none", "ambient");

    private static readonly Gen<Manifest> Policies =
        from ns in Gen.Elements(Moor, Moor, Moor, Places.Root)
        from name in Places.Names
        from selector in Gen.Elements<Dictionary<string, object?>?>(null, Map(("app", Name)))
        from action in Gen.Elements("ALLOW", "ALLOW", "ALLOW", "DENY", "DENY", "CUSTOM", "AUDIT")
        from rules in Gen.OneOf(Rules.ArrayOf(1), Rules.ArrayOf(2))
        select Security(
            "east",
            "AuthorizationPolicy",
            ns,
            $"{name}-{Name}",
            Given(
                ("selector", Places.MatchLabels(selector)),
                ("action", action),
                ("provider", action == "CUSTOM" ? Map(("name", CustomPolicies.Authorizer)) : null),
                ("rules", rules.ToArray<object?>())
            )
        );

    private static readonly Gen<Manifest> AtWaypoints =
        from place in Gen.Elements(
            (Moor, "", "Service", Name),
            (Moor, "", "Service", Name),
            (Moor, GatewayGroup, "Gateway", Waypoint),
            (Places.Root, GatewayGroup, "GatewayClass", "istio-waypoint")
        )
        from name in Places.Names
        from action in Gen.Elements("ALLOW", "ALLOW", "DENY")
        from rule in Rules
        select Security(
            "east",
            "AuthorizationPolicy",
            place.Item1,
            $"{name}-{Waypoint}",
            Map(
                ("targetRefs", List(Map(("group", place.Item2), ("kind", place.Item3), ("name", place.Item4)))),
                ("action", action),
                ("rules", List(rule))
            )
        );

    // The label of the namespace or of the Service, and the Gateway that it names, where there is one.
    private static readonly Gen<(string? OfNamespace, string? OfService, Manifest[] Objects)> Waypoints = Gen.Frequency(
        (1, Gen.Constant(((string?)null, (string?)null, Array.Empty<Manifest>()))),
        (
            1,
            from isOfNamespace in Gen.Elements(true, false)
            from isThere in Gen.Elements(true, true, true, false)
            from isReady in Gen.Elements(true, true, false)
            from traffic in Gen.Elements<string?>(null, null, "service", "all", "workload")
            from policies in Gen.Choose(0, 2).SelectMany(count => AtWaypoints.ArrayOf(count))
            select (
                isOfNamespace ? Waypoint : null,
                isOfNamespace ? null : Waypoint,
                (Manifest[])[.. isThere ? [Gateway(isReady, traffic)] : Array.Empty<Manifest>(), .. policies]
            )
        )
    );

    private static readonly Gen<Manifest> Peers =
        from ns in Gen.Elements(Moor, Moor, Moor, Places.Root)
        from name in Places.Names
        from selector in Gen.Elements<Dictionary<string, object?>?>(null, Map(("app", Name)))
        from whole in Gen.Elements<string?>("STRICT", "STRICT", "PERMISSIVE", "DISABLE", null)
        from port in Gen.Elements("8080", "9000")
        from own in Gen.Elements<string?>("STRICT", "PERMISSIVE", "DISABLE", null, null)
        select Security(
            "east",
            "PeerAuthentication",
            ns,
            name,
            Given(
                ("selector", Places.MatchLabels(selector)),
                ("mtls", whole is null ? null : Map(("mode", whole))),
                ("portLevelMtls", selector is not null && own is not null ? Map((port, Map(("mode", own)))) : null)
            )
        );

    public static Gen<Mists> All { get; } =
        from installation in Installations
        from labels in OfNamespaces
        from server in OfPods
        from caller in OfPods
        from isOnNodes in Gen.Elements(false, false, false, false, false, true)
        from isLegacyCaptured in Gen.Elements(false, true)
        from waypoint in Waypoints
        from policies in Gen.Choose(0, 2).SelectMany(count => Policies.ArrayOf(count))
        from peers in Gen.Choose(0, 2).SelectMany(count => Peers.ArrayOf(count))
        select new Mists(
            [
                Namespace(Moor, Given([.. labels.Select(one => (one.Key, one.Value)), (UseWaypoint, waypoint.OfNamespace)])),
                Namespace("legacy", isLegacyCaptured ? Map((Mode, "ambient")) : Map()),
                Deployment(Name, server, false),
                Deployment(Caller, caller, isOnNodes),
                Service(waypoint.OfService),
                .. waypoint.Objects,
                .. policies,
                .. peers,
            ],
            installation
        );

    // As often as not one that ztunnel reads.
    private static Gen<object> Rules => Gen.OneOf(AuthorizationRules.All, Read.Select(rule => (object)rule));

    private static Gen<Dictionary<string, object?>> Read =>
        Gen.OneOf(
            from ns in Gen.Elements("moor", "default", "le*", "*cy", "*")
            select Map(("from", List(Map(("source", Map(("namespaces", List(ns)))))))),
            from account in Gen.Elements("cluster.local/ns/moor/sa/fog", "*/sa/fog", "cluster.local/ns/legacy/*", "*")
            select Map(("from", List(Map(("source", Map(("principals", List(account)))))))),
            from port in Gen.Elements("8080", "9000")
            from method in Gen.Elements<string?>(null, "GET")
            select Map(("to", List(Map(("operation", Given(("ports", List(port)), ("methods", method is null ? null : List(method)))))))),
            from key in Gen.Elements("source.principal", "source.namespace", "source.trustDomain", "destination.port", "source.ip")
            select Map(("when", List(Map(("key", key), ("notValues", List(key == "destination.port" ? "9000" : "legacy"))))))
        );

    private static ChartRelease Ztunnel => new("east", Places.Root, "ztunnel", "istio/ztunnel", Map());

    private static ChartRelease Istiod(string profile) => new("east", Places.Root, "istiod", "istio/istiod", Map(("profile", profile)));

    private static ChartRelease Agent(string profile) => new("east", Places.Root, "cni", "istio/cni", Map(("profile", profile)));

    private static Manifest Namespace(string name, Dictionary<string, object?> labels) =>
        Manifest.From("east", Map(("apiVersion", "v1"), ("kind", "Namespace"), ("metadata", Map(("name", name), ("labels", labels)))));

    private static Manifest Deployment(string name, string? mode, bool isOnNodes) =>
        Of(
            "east",
            "apps/v1",
            "Deployment",
            Moor,
            name,
            Map(
                (
                    "template",
                    Map(
                        ("metadata", Map(("labels", Given(("app", name), (Mode, mode))))),
                        (
                            "spec",
                            Given(
                                ("serviceAccountName", name),
                                ("hostNetwork", isOnNodes ? true : null),
                                ("containers", List(Map(("name", "app"))))
                            )
                        )
                    )
                )
            )
        );

    private static Manifest Gateway(bool isReady, string? traffic) =>
        Manifest.From(
            "east",
            Given(
                ("apiVersion", $"{GatewayGroup}/v1"),
                ("kind", "Gateway"),
                (
                    "metadata",
                    Given(
                        ("name", Waypoint),
                        ("namespace", Moor),
                        ("labels", traffic is null ? null : Map(("istio.io/waypoint-for", traffic)))
                    )
                ),
                (
                    "spec",
                    Map(
                        ("gatewayClassName", "istio-waypoint"),
                        ("listeners", List(Map(("name", "mesh"), ("port", 15008L), ("protocol", "HBONE"))))
                    )
                ),
                ("status", isReady ? Map(("addresses", List(Map(("value", "10.9.9.9"))))) : null)
            )
        );

    private static Manifest Service(string? waypoint) =>
        Manifest.From(
            "east",
            Map(
                ("apiVersion", "v1"),
                ("kind", "Service"),
                (
                    "metadata",
                    Given(("name", Name), ("namespace", Moor), ("labels", waypoint is null ? null : Map((UseWaypoint, waypoint))))
                ),
                (
                    "spec",
                    Map(
                        ("selector", Map(("app", Name))),
                        (
                            "ports",
                            List(Map(("name", "http"), ("port", 8000L), ("targetPort", 8080L)), Map(("name", "tcp"), ("port", 9000L)))
                        )
                    )
                )
            )
        );
}
