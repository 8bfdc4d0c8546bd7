using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Diversions;

/// <summary>The objects by which somebody could take calls, as they are tried out.</summary>
internal static class ProbeObjects
{
    /// <summary>An address that is nobody's (RFC 5737).</summary>
    private const string Nowhere = "192.0.2.1";

    // Younger than everything that is there.
    private const string Late = "9999-12-31T00:00:00Z";

    /// <summary>An object for the name of calls, by which proxies of some namespaces go, whatever is exported to by default.</summary>
    /// <param name="kind">VirtualService or ServiceEntry.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="hosts">Its hosts.</param>
    /// <param name="ns">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <param name="gateways">The gateways whose requests it takes as well.</param>
    /// <param name="clients">The namespaces that it is exported to.</param>
    public static Manifest Of(
        string kind,
        ProbedCalls calls,
        IReadOnlyList<string> hosts,
        string ns,
        string name,
        IEnumerable<string> gateways,
        IReadOnlyList<string> clients
    )
    {
        var spec = kind == "VirtualService" ? Routes(hosts, calls, gateways) : Entry(hosts, calls.Port, calls.Protocol);
        spec["exportTo"] = List([.. clients]);
        return Manifest.From(
            calls.ControlPlane,
            Map(
                ("apiVersion", "networking.istio.io/v1"),
                ("kind", kind),
                ("metadata", Map(("name", name), ("namespace", ns), ("creationTimestamp", Late))),
                ("spec", spec)
            )
        );
    }

    private static Dictionary<string, object?> Routes(IReadOnlyList<string> hosts, ProbedCalls calls, IEnumerable<string> gateways)
    {
        var route = List(Map(("destination", Map(("host", calls.Host), ("port", Map(("number", (long)calls.Port)))))));
        return Map(
            ("hosts", List([.. hosts])),
            ("gateways", List([.. gateways.Prepend(IstioNames.MeshGateway)])),
            ("http", List(Map(("directResponse", Map(("status", 418L)))))),
            ("tls", List(Map(("match", List(Map(("sniHosts", List(calls.Host))))), ("route", route)))),
            ("tcp", List(Map(("route", route))))
        );
    }

    private static Dictionary<string, object?> Entry(IReadOnlyList<string> hosts, int port, RequestProtocol protocol) =>
        Map(
            ("hosts", List([.. hosts])),
            ("location", "MESH_EXTERNAL"),
            ("resolution", "STATIC"),
            ("ports", List(Map(("number", (long)port), ("name", "probe"), ("protocol", ProtocolOf(protocol))))),
            ("endpoints", List(Map(("address", Nowhere))))
        );

    private static string ProtocolOf(RequestProtocol protocol) =>
        protocol switch
        {
            RequestProtocol.Tcp => "TCP",
            RequestProtocol.Https => "TLS",
            _ => "HTTP",
        };

    /// <summary>A Sidecar of all workloads of a namespace that imports no more than some hosts.</summary>
    public static Manifest Sidecar(string cluster, string ns, IEnumerable<string> imported) =>
        Manifest.From(
            cluster,
            Map(
                ("apiVersion", "networking.istio.io/v1"),
                ("kind", "Sidecar"),
                ("metadata", Map(("name", "default"), ("namespace", ns))),
                ("spec", Map(("egress", List(Map(("hosts", List([.. imported])))))))
            )
        );

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static object?[] List(params object?[] items) => items;
}
