namespace MeshStack.Manifests;

/// <summary>The server names of TLS routes.</summary>
internal static class TlsRoutes
{
    public static bool HaveServerNames(Field spec) =>
        spec["tls"].Items.Any(route => route["match"].Items.Any(match => match["sniHosts"].HasContent));

    /// <summary>True for the server names that sidecars give themselves, such as
    /// <c>outbound_.80_._.api.shop.svc.cluster.local</c>.</summary>
    public static bool IsServerNameOfMesh(string name) =>
        name.StartsWith("outbound_.", StringComparison.Ordinal)
        && name.Length > "outbound_.".Length
        && char.IsAsciiDigit(name["outbound_.".Length]);
}
