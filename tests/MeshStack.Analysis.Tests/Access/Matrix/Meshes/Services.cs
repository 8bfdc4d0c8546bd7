using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Model;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>The Services of a mesh: HTTP, TCP, TLS and a port whose protocol is seen on the wire.</summary>
internal static class Services
{
    private static readonly object?[] Ports =
    [
        Map(("name", "http"), ("port", 8000L), ("targetPort", 8080L)),
        Map(("name", "tcp"), ("port", 9000L)),
        Map(("name", "https"), ("port", 8443L)),
        Map(("name", "wire"), ("port", 7000L)),
    ];

    private static readonly Gen<string?> ExportTo = Gen.Elements<string?>(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        ".",
        "foo,default",
        "istio-ingress"
    );

    public static Gen<Manifest[]> All { get; } =
        from east in ExportTo
        from west in ExportTo
        from other in ExportTo
        select new[] { Of("east", "httpbin", east), Of("west", "httpbin", west), Of("east", "other", other) };

    /// <summary>The Service of other without an address of its own; any other object as it is.</summary>
    public static Manifest WithoutAnAddress(Manifest service) =>
        service is not { Kind: "Service", Name: "other" }
            ? service
            : Manifest.From(
                service.Cluster,
                new Dictionary<string, object?>(service.Body)
                {
                    ["spec"] = Map(("selector", Map(("app", "other"))), ("ports", Ports), ("clusterIP", "None")),
                }
            );

    /// <summary>What a client sends to a port of the mesh.</summary>
    public static RequestProtocol ProtocolOf(int port) =>
        port switch
        {
            9000 or Gateways.Stream => RequestProtocol.Tcp,
            8443 or Gateways.Tls => RequestProtocol.Https,
            _ => RequestProtocol.Http,
        };

    private static Manifest Of(string cluster, string name, string? exportTo) =>
        Manifest.From(
            cluster,
            Map(
                ("apiVersion", "v1"),
                ("kind", "Service"),
                (
                    "metadata",
                    Given(
                        ("name", name),
                        ("namespace", "foo"),
                        ("annotations", exportTo is null ? null : Map(("networking.istio.io/exportTo", exportTo)))
                    )
                ),
                ("spec", Map(("selector", Map(("app", name))), ("ports", Ports)))
            )
        );
}
