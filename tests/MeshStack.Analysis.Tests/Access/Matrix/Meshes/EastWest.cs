using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Gateways between networks, and imports by way of them as a federated mesh has them.</summary>
internal static class EastWest
{
    public const string Service = "istio-eastwestgateway";

    private static readonly Gen<string> Hosts = Gen.Elements(
        "*.local",
        "*.local",
        "*.local",
        Places.Httpbin,
        Places.Httpbin,
        Places.Httpbin,
        "*.foo.svc.cluster.local",
        "foo/*",
        Places.Other,
        "*"
    );

    public static Gen<Manifest> All { get; } =
        from cluster in Gen.Elements("east", "west")
        from ns in Gen.Elements(Places.Root, Places.Root, "foo")
        from name in Places.Names
        from one in Of(cluster, ns, name)
        select one;

    /// <summary>The Gateways that let both networks at each other.</summary>
    public static Gen<Manifest[]> Both { get; } =
        from east in Of("east", Places.Root, "one")
        from west in Of("west", Places.Root, "one")
        select new[] { east, west };

    /// <summary>What east imports from west, and the Gateway that lets it in.</summary>
    public static Gen<Manifest[]> Import { get; } =
        from ns in Gen.Elements("default", "default", "bar", Places.Root)
        from exportTo in Gen.Elements<object?[]?>(null, ["."])
        from port in Gen.Elements(15443L, 15443L, 15443L, 15443L, 15443L, 8080L)
        from address in Gen.Elements("192.0.2.2", "192.0.2.2", "${west.eastWestGateway.address}")
        from mode in Gen.Elements(
            "ISTIO_MUTUAL",
            "ISTIO_MUTUAL",
            "ISTIO_MUTUAL",
            "ISTIO_MUTUAL",
            "ISTIO_MUTUAL",
            "ISTIO_MUTUAL",
            "SIMPLE",
            "DISABLE"
        )
        from sni in Gen.Elements<string?>(
            $"outbound_.8000_._.{Places.Httpbin}",
            $"outbound_.8000_._.{Places.Httpbin}",
            $"outbound_.8000_._.{Places.Httpbin}",
            $"outbound_.8000_._.{Places.Httpbin}",
            $"outbound_.8000_.v1_.{Places.Httpbin}",
            $"outbound_.9000_._.{Places.Httpbin}",
            null
        )
        from names in Gen.Elements<object?[]?>(
            null,
            null,
            null,
            ["spiffe://west.example/ns/foo/sa/httpbin"],
            ["spiffe://west.example/ns/foo/sa/httpbin"],
            ["spiffe://cluster.local/ns/foo/sa/httpbin"]
        )
        from gateway in Of("west", "foo", "one")
        select new[]
        {
            Networking(
                "east",
                "ServiceEntry",
                ns,
                "import",
                Given(
                    ("hosts", List(Places.Imported)),
                    ("exportTo", exportTo),
                    ("location", "MESH_INTERNAL"),
                    ("resolution", "DNS"),
                    ("ports", List(Map(("number", 80L), ("name", "http"), ("protocol", "HTTP")))),
                    ("endpoints", List(Map(("address", address), ("ports", Map(("http", port))))))
                )
            ),
            Networking(
                "east",
                "DestinationRule",
                ns,
                "import",
                Given(
                    ("host", Places.Imported),
                    ("exportTo", exportTo),
                    ("trafficPolicy", Map(("tls", Given(("mode", mode), ("sni", sni), ("subjectAltNames", names)))))
                )
            ),
            gateway,
        };

    private static Gen<Manifest> Of(string cluster, string ns, string name) =>
        from hosts in Hosts
        from selector in Gen.Elements(
            Map(("istio", "eastwestgateway")),
            Map(("istio", "eastwestgateway")),
            Map(("istio", "eastwestgateway")),
            Map(("istio", "eastwestgateway")),
            Map()
        )
        select Networking(
            cluster,
            "Gateway",
            ns,
            $"{name}-east-west",
            Map(
                ("selector", selector),
                (
                    "servers",
                    List(
                        Map(
                            ("port", Map(("number", 15443L), ("name", "tls"), ("protocol", "TLS"))),
                            ("tls", Map(("mode", "AUTO_PASSTHROUGH"))),
                            ("hosts", List(hosts))
                        )
                    )
                )
            )
        );
}
