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

    private static readonly Gen<object> Hosts = Gen.Elements<object>(
        List("web.shop.example"), List("web.shop.example"), List("*.shop.example"), List("*"), List("*"), List("api.shop.example", "web.shop.example"), List("foo/*"), List("./*.shop.example"), List("api.shop.example"));

    private static readonly Gen<Dictionary<string, object?>> Servers = Gen.Frequency(
        (8, Gen.Constant(Server(Plain, "HTTP", null))),
        (1, Gen.Constant(Server(Plain, "HTTP", Map(("httpsRedirect", true))))),
        (8, from mode in Gen.Elements("SIMPLE", "SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL", "ISTIO_MUTUAL") select Server(Tls, "HTTPS", Map(("mode", mode), ("credentialName", "shop")))),
        (1, from mode in Gen.Elements("SIMPLE", "MUTUAL") select Server(Tls, "TLS", Map(("mode", mode), ("credentialName", "shop")))),
        (3, Gen.Constant(Server(Tls, "TLS", Map(("mode", "PASSTHROUGH"))))),
        (2, Gen.Constant(Server(Stream, "TCP", null))));

    public static Gen<Manifest> All { get; } = from space in Gen.Elements(Places.Ingress, Places.Ingress, Places.Ingress, "foo") from name in Places.Names from one in Of(space, name) select one;

    public static Gen<Manifest> Of(string space, string name) =>
        from selector in Gen.Elements(Map(("istio", "ingressgateway")), Map(("istio", "ingressgateway")), Map(("istio", "ingressgateway")), Map(("app", "istio-ingressgateway")), Map(), Map(("istio", "other")))
        from count in Gen.Choose(1, 3)
        from servers in (from server in Servers from hosts in Hosts select Given([.. server.Select(entry => (entry.Key, entry.Value)), ("hosts", hosts)])).ArrayOf(count)
        select Networking("east", "Gateway", space, name, Map(("selector", selector), ("servers", servers.ToArray<object?>())));

    private static Dictionary<string, object?> Server(int port, string protocol, Dictionary<string, object?>? tls) =>
        Given(("port", Map(("number", (long)port), ("name", protocol.ToLowerInvariant()), ("protocol", protocol))), ("tls", tls));
}
