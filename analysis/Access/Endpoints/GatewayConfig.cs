namespace MeshStack.Analysis.Access;

/// <summary>A Gateway, read once.</summary>
internal sealed class GatewayConfig
{
    public GatewayConfig(Manifest manifest)
    {
        Manifest = manifest;
        Space = manifest.Namespace ?? "default";
        Selector = LabelSelector.Of(manifest.Spec["selector"]);
        Servers = [.. manifest.Spec["servers"].Items.Select(server => GatewayServer.Of(this, server)).OfType<GatewayServer>()];
    }

    public Manifest Manifest { get; }

    public string Space { get; }

    public LabelSelector Selector { get; }

    public IReadOnlyList<GatewayServer> Servers { get; }

    /// <summary>The name by which VirtualServices bind to it.</summary>
    public string Name => $"{Space}/{Manifest.Name}";
}
