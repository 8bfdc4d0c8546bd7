namespace MeshStack.Analysis.Diversions;

/// <summary>The objects by which somebody could take calls, as they are tried out.</summary>
internal static class ProbeObjects
{
    /// <summary>A name that no object has.</summary>
    public const string Name = "*probe";

    /// <summary>An address that is nobody's (RFC 5737).</summary>
    private const string Nowhere = "192.0.2.1";

    // Younger than everything that is there.
    private const string Late = "9999-12-31T00:00:00Z";

    /// <summary>A VirtualService for a name, for sidecars and for gateways.</summary>
    public static Manifest VirtualService(string cluster, string ns, string host, int port, IEnumerable<string> gateways)
    {
        var route = List(Map(("destination", Map(("host", host), ("port", Map(("number", (long)port)))))));
        return Of(
            cluster,
            "VirtualService",
            ns,
            Map(
                ("hosts", List(host)),
                ("gateways", List([.. gateways.Prepend(IstioNames.MeshGateway)])),
                ("http", List(Map(("directResponse", Map(("status", 418L)))))),
                ("tls", List(Map(("match", List(Map(("sniHosts", List(host))))), ("route", route)))),
                ("tcp", List(Map(("route", route))))
            )
        );
    }

    /// <summary>A ServiceEntry that leads a name elsewhere.</summary>
    public static Manifest ServiceEntry(string cluster, string ns, string host, int port, string protocol) =>
        Of(
            cluster,
            "ServiceEntry",
            ns,
            Map(
                ("hosts", List(host)),
                ("location", "MESH_EXTERNAL"),
                ("resolution", "STATIC"),
                ("ports", List(Map(("number", (long)port), ("name", "probe"), ("protocol", protocol)))),
                ("endpoints", List(Map(("address", Nowhere))))
            )
        );

    /// <summary>A Sidecar of all workloads of a namespace that imports no more than some namespaces.</summary>
    public static Manifest Sidecar(string cluster, string ns, IEnumerable<string> imported) =>
        Manifest.From(
            cluster,
            Map(
                ("apiVersion", "networking.istio.io/v1"),
                ("kind", "Sidecar"),
                ("metadata", Map(("name", "default"), ("namespace", ns))),
                ("spec", Map(("egress", List(Map(("hosts", List([.. imported.Select(one => $"{one}/*")])))))))
            )
        );

    private static Manifest Of(string cluster, string kind, string ns, Dictionary<string, object?> spec) =>
        Manifest.From(
            cluster,
            Map(
                ("apiVersion", "networking.istio.io/v1"),
                ("kind", kind),
                ("metadata", Map(("name", Name), ("namespace", ns), ("creationTimestamp", Late))),
                ("spec", spec)
            )
        );

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static object?[] List(params object?[] items) => items;
}
