namespace MeshStack.Analysis.Access;

/// <summary>A VirtualService, read once.</summary>
internal sealed class VirtualServiceConfig
{
    public const string MeshGateway = "mesh";

    public VirtualServiceConfig(Manifest manifest, MeshConfiguration mesh)
    {
        Manifest = manifest;
        Space = manifest.Namespace ?? "default";
        var spec = manifest.Spec;
        Hosts = [.. spec["hosts"].Texts().Select(host => HostMatch.Full(host, Space))];
        Gateways = spec["gateways"].HasContent ? [.. spec["gateways"].Texts().Select(gateway => GatewayName(gateway, Space))] : [MeshGateway];
        ExportTo = Visibility.Of(manifest, mesh.DefaultVirtualServiceExportTo);
        Routes = [.. spec["http"].Items.Select(route => new HttpRoute(route, null, manifest, [.. route["match"].Items.Select(match => HttpMatch.Of(match, Space))]))];
        Tls = spec["tls"].Items;
        Tcp = spec["tcp"].Items;
    }

    public Manifest Manifest { get; }

    public string Space { get; }

    public IReadOnlyList<string> Hosts { get; }

    public IReadOnlyList<string> Gateways { get; }

    public IReadOnlyList<string> ExportTo { get; }

    public IReadOnlyList<HttpRoute> Routes { get; }

    public IReadOnlyList<Field> Tls { get; }

    public IReadOnlyList<Field> Tcp { get; }

    public static string GatewayName(string gateway, string space) => gateway == MeshGateway || gateway.Contains('/', StringComparison.Ordinal) ? gateway : $"{space}/{gateway}";
}
