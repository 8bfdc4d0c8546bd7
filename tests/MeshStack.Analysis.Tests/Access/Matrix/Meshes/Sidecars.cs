using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Sidecars that narrow what clients know, and EnvoyFilters that change proxies in unknown ways.</summary>
internal static class Sidecars
{
    private static readonly Gen<object?[]> Ingress =
        from port in Gen.Elements(8080L, 8080L, 9000L, 9999L)
        from protocol in Gen.Elements("HTTP", "TCP")
        from endpoint in Gen.Elements("127.0.0.1:8081", "0.0.0.0:8080", null)
        select List(Given(("port", Map(("number", port), ("name", "own"), ("protocol", protocol))), ("defaultEndpoint", endpoint)));

    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("default", "default", "bar", "foo", Places.Root)
        from name in Places.Names
        from selector in Places.Labels
        from hosts in Gen.Elements(
            List("./*"),
            List("foo/*"),
            List("*/other.foo.svc.cluster.local"),
            List("*/*.mesh.example", "foo/*"),
            List("*/*")
        )
        from port in Gen.Elements<long?>(null, null, 8000, 80)
        from mode in Gen.Elements<string?>("REGISTRY_ONLY", "ALLOW_ANY", null)
        from ingress in Gen.Frequency((3, Gen.Constant<object?[]?>(null)), (1, Ingress.Select(list => (object?[]?)list)))
        select Networking(
            cluster,
            "Sidecar",
            ns,
            name,
            Given(
                ("workloadSelector", selector is null || ns == Places.Root ? null : Map(("labels", selector))),
                (
                    "egress",
                    List(
                        Given(
                            ("port", port is { } number ? Map(("number", number), ("name", "http"), ("protocol", "HTTP")) : null),
                            ("hosts", hosts)
                        )
                    )
                ),
                ("ingress", selector is null ? null : ingress),
                ("outboundTrafficPolicy", mode is null ? null : Map(("mode", mode)))
            )
        );

    public static Gen<Manifest> Filters { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "default", "bar", Places.Root, Places.Ingress)
        from selector in Places.Labels
        from context in Gen.Elements<string?>("SIDECAR_INBOUND", "SIDECAR_OUTBOUND", "GATEWAY", null)
        from operation in Gen.Elements("REMOVE", "REMOVE", null)
        select Of(
            cluster,
            "networking.istio.io/v1alpha3",
            "EnvoyFilter",
            ns,
            "one",
            Given(
                ("workloadSelector", selector is null ? null : Map(("labels", selector))),
                (
                    "configPatches",
                    List(
                        Given(
                            ("applyTo", "HTTP_FILTER"),
                            ("match", context is null ? null : Map(("context", context))),
                            ("patch", operation is null ? null : Map(("operation", operation)))
                        )
                    )
                )
            )
        );
}
