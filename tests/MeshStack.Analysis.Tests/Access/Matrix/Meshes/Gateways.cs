using FsCheck;
using FsCheck.Fluent;
using static MeshStack.Analysis.Tests.Access.Matrix.Meshes.Draft;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Gateways of the ingress: plain, terminating and passing servers, several on a port.</summary>
internal static class Gateways
{
    public const int Plain = 80;
    public const int Tls = 443;
    public const int Stream = 31400;

    /// <summary>What no pod is labelled with.</summary>
    public const string Nobody = "other";

    private static readonly Gen<object> Hosts = Gen.Elements<object>(
        List("*"),
        List("*"),
        List("*"),
        List("*"),
        List("*.shop.example"),
        List("*.shop.example"),
        List("web.shop.example"),
        List("web.shop.example"),
        List("api.shop.example", "web.shop.example"),
        List("foo/*"),
        List("./*.shop.example"),
        List("api.shop.example")
    );

    private static readonly Gen<Dictionary<string, object?>> Servers = Gen.Frequency(
        (14, Gen.Constant(Server(Plain, "HTTP", null))),
        (1, Gen.Constant(Server(Plain, "HTTP", Map(("httpsRedirect", true))))),
        (
            8,
            from mode in Gen.Elements("SIMPLE", "SIMPLE", "SIMPLE", "MUTUAL", "MUTUAL", "OPTIONAL_MUTUAL", "ISTIO_MUTUAL")
            select Server(Tls, "HTTPS", Map(("mode", mode), ("credentialName", "shop")))
        ),
        (1, from mode in Gen.Elements("SIMPLE", "MUTUAL") select Server(Tls, "TLS", Map(("mode", mode), ("credentialName", "shop")))),
        (3, Gen.Constant(Server(Tls, "TLS", Map(("mode", "PASSTHROUGH"))))),
        (2, Gen.Constant(Server(Stream, "TCP", null)))
    );

    // A server for each port, and sometimes one more.
    private static readonly Gen<Dictionary<string, object?>[]> Ports =
        from plain in Servers.Where(server => IsOn(server, Plain))
        from tls in Servers.Where(server => IsOn(server, Tls))
        from stream in Servers.Where(server => IsOn(server, Stream))
        from more in Gen.Frequency((2, Servers.ArrayOf(0)), (1, Servers.ArrayOf(1)))
        select new[] { plain, tls, stream }.Concat(more).ToArray();

    public static Gen<Manifest> All { get; } =
        from ns in Gen.Elements(Places.Ingress, Places.Ingress, Places.Ingress, "foo")
        from name in Places.Names
        from one in Of(ns, name)
        select one;

    /// <summary>A Gateway that sends the hosts of one port elsewhere, whatever others have for them.</summary>
    public static Manifest Redirecting { get; } =
        Networking(
            "east",
            "Gateway",
            Places.Ingress,
            "redirecting",
            Map(
                ("selector", Map(("istio", "ingressgateway"))),
                (
                    "servers",
                    List(
                        Given([
                            .. Server(Plain, "HTTP", Map(("httpsRedirect", true))).Select(entry => (entry.Key, entry.Value)),
                            ("hosts", List("*")),
                        ])
                    )
                )
            )
        );

    public static Gen<Manifest> Of(string ns, string name) =>
        from selector in Gen.Frequency(
            (9, Gen.Constant(Map(("istio", "ingressgateway")))),
            (1, Gen.Constant(Map(("app", "istio-ingressgateway")))),
            (1, Gen.Constant(Map())),
            (1, Gen.Constant(Map(("istio", Nobody))))
        )
        from servers in Ports
        from hosts in Hosts.ArrayOf(servers.Length)
        select Networking(
            "east",
            "Gateway",
            ns,
            name,
            Map(
                ("selector", selector),
                (
                    "servers",
                    servers
                        .Zip(hosts)
                        .Select(one => (object?)Given([.. one.First.Select(entry => (entry.Key, entry.Value)), ("hosts", one.Second)]))
                        .ToArray()
                )
            )
        );

    private static bool IsOn(Dictionary<string, object?> server, int port) =>
        ((Dictionary<string, object?>)server["port"]!)["number"] is long number && number == port;

    private static Dictionary<string, object?> Server(int port, string protocol, Dictionary<string, object?>? tls) =>
        Given(("port", Map(("number", (long)port), ("name", protocol.ToLowerInvariant()), ("protocol", protocol))), ("tls", tls));
}
