namespace MeshStack.Manifests;

/// <summary>The server names of TLS routes.</summary>
internal static class TlsRoutes
{
    private const string Prefix = "outbound_";

    // outbound, port, subset and host.
    private const int Parts = 4;

    public static bool HaveServerNames(Field spec) =>
        spec["tls"].Items.Any(route => route["match"].Items.Any(match => match["sniHosts"].HasContent));

    /// <summary>True for the server names that sidecars give themselves, such as
    /// <c>outbound_.80_._.api.shop.svc.cluster.local</c>.</summary>
    public static bool IsServerNameOfMesh(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.Length <= HostName.LongestName
        && name.Split('_') is { Length: >= Parts } parts
        && parts[1].Trim('.').Any(char.IsAsciiDigit)
        && parts[3].Trim('.').Any(char.IsAsciiLetter);
}
