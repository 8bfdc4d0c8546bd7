using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>A VirtualService, read once.</summary>
internal sealed class VirtualServiceConfig
{
    /// <summary>The only port on which sidecars route hosts that are no services of it.</summary>
    public const int PortOfOtherHosts = 80;

    public VirtualServiceConfig(Manifest manifest, MeshConfiguration mesh, MaskedObject? masks)
    {
        Manifest = manifest;
        Namespace = manifest.Namespace ?? "default";
        var spec = manifest.Spec;
        Unreadable = masks?.Unread;
        HidesHosts = masks?.Hiding("spec hosts", "metadata name") is not null;
        HidesGateways = masks?.Hiding("spec gateways") is not null;
        HidesExportTo = masks?.Hiding("spec exportTo") is not null;
        HiddenStreams = masks?.Hiding("spec tls", "spec tcp");
        Hosts =
        [
            .. spec["hosts"].Texts().Where(host => !Mask.IsIn(host)).Select(host => HostMatch.Full(host, Namespace)),
            .. HidesHosts ? [MaskedText.Secret] : Array.Empty<string>(),
        ];
        Gateways =
            spec["gateways"].HasContent && !Mask.IsIn(spec["gateways"].Text)
                ? [.. spec["gateways"].Texts().Select(gateway => GatewayName(gateway, Namespace))]
                : [IstioNames.MeshGateway];
        ExportTo = Visibility.Of(manifest, mesh.DefaultVirtualServiceExportTo);
        DelegatesTo = Visibility.Of(manifest, mesh.DefaultDelegateExportTo);
        Routes = [.. spec["http"].Items.Select(route => HttpRoute.From(route, manifest))];
        Tls = spec["tls"].Items;
        Tcp = spec["tcp"].Items;
    }

    public Manifest Manifest { get; }

    public string Namespace { get; }

    /// <summary>What hides whose requests it routes, or all of how it does so.</summary>
    public Unreadable? Unreadable { get; }

    /// <summary>True where it may be for hosts that are not shown.</summary>
    public bool HidesHosts { get; }

    /// <summary>True where it may be for gateways that are not shown.</summary>
    public bool HidesGateways { get; }

    /// <summary>True where it is not shown who sees it.</summary>
    public bool HidesExportTo { get; }

    /// <summary>What hides its routes for TLS and TCP.</summary>
    public Unreadable? HiddenStreams { get; }

    public IReadOnlyList<string> Hosts { get; }

    public IReadOnlyList<string> Gateways { get; }

    public IReadOnlyList<string> ExportTo { get; }

    /// <summary>The namespaces that may hand a route to it.</summary>
    public IReadOnlyList<string> DelegatesTo { get; }

    public IReadOnlyList<HttpRoute> Routes { get; }

    public IReadOnlyList<Field> Tls { get; }

    public IReadOnlyList<Field> Tcp { get; }

    /// <summary>How close it is to a namespace: those of it alone come first, whatever their age, and those for all last.</summary>
    public int Rank(string client) => Visibility.Rank(ExportTo, Namespace, client);

    public static string GatewayName(string gateway, string ns) =>
        gateway == IstioNames.MeshGateway || gateway.Contains('/', StringComparison.Ordinal) ? gateway : $"{ns}/{gateway}";
}
