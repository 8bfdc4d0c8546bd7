namespace MeshStack.Definition;

/// <summary>Images of Istio by full reference, where <c>hub</c> and version do not name them: from a mirror that renames them, or by
/// digest.</summary>
public sealed record ImagesSettings
{
    /// <summary>Image of istiod, for example <c>registry.example.com/istio/pilot@sha256:…</c>.</summary>
    /// <value>Defaults to HUB/pilot:VERSION.</value>
    [Key("image of istiod", Default = "`HUB/pilot:VERSION`")]
    public string? Istiod { get; init; }

    /// <summary>Image of sidecars, gateways and waypoints.</summary>
    /// <value>Defaults to HUB/proxyv2:VERSION.</value>
    [Key("image of sidecars, gateways and waypoints", Default = "`HUB/proxyv2:VERSION`")]
    public string? Proxy { get; init; }

    /// <summary>Image of the node agent <c>cni</c>.</summary>
    /// <value>Defaults to HUB/install-cni:VERSION.</value>
    [Key("image of the node agent", Default = "`HUB/install-cni:VERSION`")]
    public string? Cni { get; init; }

    /// <summary>Image of ztunnel.</summary>
    /// <value>Defaults to HUB/ztunnel:VERSION.</value>
    [Key("image of ztunnel", Default = "`HUB/ztunnel:VERSION`")]
    public string? Ztunnel { get; init; }

    internal IEnumerable<(string Key, string Reference)> Given =>
        new[] { ("istiod", Istiod), ("proxy", Proxy), ("cni", Cni), ("ztunnel", Ztunnel) }
            .Where(i => i.Item2 is not null)
            .Select(i => (i.Item1, i.Item2!));
}
