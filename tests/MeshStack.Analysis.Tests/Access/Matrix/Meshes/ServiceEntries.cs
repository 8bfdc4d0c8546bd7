using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>ServiceEntries, and the WorkloadEntries that they select.</summary>
internal static class ServiceEntries
{
    private const string Machine = "10.1.0.1";

    // Where none is said, it belongs to none.
    private static readonly Gen<string?> Networks = Gen.Elements<string?>(null, null, null, "east", "west");

    private static readonly Gen<object> Endpoints =
        from address in Gen.Elements("192.0.2.2", Machine, Machine, "198.51.100.9", "192.0.2.1")
        from port in Gen.Elements<long?>(null, 15443, 8080)
        from labels in Gen.Elements<Dictionary<string, object?>?>(
            null,
            null,
            Map(("version", "v1")),
            Map(("security.istio.io/tlsMode", "istio"))
        )
        from account in Gen.Elements<string?>(null, null, "httpbin")
        from network in Networks
        select (object)Given(
            ("address", address),
            ("ports", port is { } number ? Map(("http", number)) : null),
            ("labels", labels),
            ("serviceAccount", account),
            ("network", network)
        );

    public static Gen<Manifest> All { get; } =
        from cluster in Places.Clusters
        from ns in Places.Namespaces
        from name in Places.Names
        from hosts in Gen.Elements(
            List(Places.Imported),
            List(Places.Imported),
            List(Places.Vendor),
            List(Places.Vendor, Places.Imported),
            List("*.mesh.example"),
            List(Places.Httpbin)
        )
        from location in Gen.Elements<string?>("MESH_INTERNAL", "MESH_INTERNAL", "MESH_EXTERNAL", null)
        from resolution in Gen.Elements("STATIC", "STATIC", "DNS", "NONE")
        from selector in Gen.Elements<Dictionary<string, object?>?>(
            null,
            null,
            Map(("app", "httpbin")),
            Map(("app", "machine")),
            Map(("app", "nobody"))
        )
        from target in Gen.Elements<long?>(null, 8080)
        from count in Gen.Choose(0, 2)
        from endpoints in Endpoints.ArrayOf(count)
        from exportTo in Places.ExportTo
        from addresses in AddressBlocks.All
        select Networking(
            cluster,
            "ServiceEntry",
            ns,
            name,
            Given(
                ("hosts", hosts),
                ("addresses", addresses),
                ("location", location),
                ("resolution", resolution),
                ("exportTo", exportTo),
                (
                    "ports",
                    List(
                        Given(("number", 80L), ("name", "http"), ("protocol", "HTTP"), ("targetPort", target)),
                        Map(("number", 9000L), ("name", "tcp"), ("protocol", "TCP"))
                    )
                ),
                ("workloadSelector", selector is null ? null : Map(("labels", selector))),
                ("endpoints", selector is null && endpoints.Length > 0 && resolution != "NONE" ? endpoints.ToArray<object?>() : null)
            )
        );

    public static Gen<Manifest> Machines { get; } =
        from cluster in Places.Clusters
        from ns in Gen.Elements("foo", "foo", "default")
        from one in MachineIn(cluster, ns)
        select one;

    /// <summary>A machine and a ServiceEntry that selects it.</summary>
    public static Gen<Manifest[]> Joined { get; } =
        from ns in Gen.Elements("foo", "default")
        from exportTo in Places.ExportTo
        from machine in MachineIn("east", ns)
        select new[]
        {
            machine,
            Networking(
                "east",
                "ServiceEntry",
                ns,
                "machine",
                Given(
                    ("hosts", List(Places.Imported)),
                    ("location", "MESH_INTERNAL"),
                    ("resolution", "STATIC"),
                    ("exportTo", exportTo),
                    ("ports", List(Map(("number", 80L), ("name", "http"), ("protocol", "HTTP"), ("targetPort", 8080L)))),
                    ("workloadSelector", Map(("labels", Map(("app", "machine")))))
                )
            ),
        };

    private static Gen<Manifest> MachineIn(string cluster, string ns) =>
        from labels in Gen.Elements(Map(("app", "machine")), Map(("app", "machine")), Map(("app", "httpbin"), ("version", "v1")))
        from account in Gen.Elements<string?>("machine", "httpbin", null)
        from ports in Gen.Elements<Dictionary<string, object?>?>(null, Map(("http", 8080L)))
        from network in Networks
        select Networking(
            cluster,
            "WorkloadEntry",
            ns,
            "one",
            Given(("address", Machine), ("labels", labels), ("serviceAccount", account), ("ports", ports), ("network", network))
        );
}
