using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>A Gateway, read once.</summary>
internal sealed class GatewayConfig
{
    public GatewayConfig(Manifest manifest, MaskedObject? masks)
    {
        Manifest = manifest;
        Namespace = manifest.Namespace ?? "default";
        Unreadable = masks?.Unread;
        Selector = LabelSelector.From(manifest.Spec["selector"]);
        Servers =
            Unreadable is not null && manifest.Spec["servers"].Items.Count == 0
                ? [GatewayServer.Anywhere(this, manifest.Spec["servers"], Unreadable)]
                : [.. manifest.Spec["servers"].Items.Select(server => GatewayServer.From(this, server)).OfType<GatewayServer>()];
    }

    public Manifest Manifest { get; }

    public string Namespace { get; }

    /// <summary>What hides which gateways it is for, or all of its servers.</summary>
    public Unreadable? Unreadable { get; }

    public LabelSelector Selector { get; }

    public IReadOnlyList<GatewayServer> Servers { get; }

    /// <summary>The name by which VirtualServices bind to it.</summary>
    public string Name => $"{Namespace}/{Manifest.Name}";
}
