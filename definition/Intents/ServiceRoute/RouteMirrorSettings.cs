namespace MeshStack.Definition;

/// <summary>Where copies of requests go.</summary>
public sealed record RouteMirrorSettings
{
    /// <summary>Name of the InboundService that gets them.</summary>
    [Key("name of an InboundService of the same cluster", Name = "service", Default = "the one of the route")]
    public string? ServiceName { get; init; }

    /// <summary>The service that gets them.</summary>
    public InboundServiceIntent? Service { get; init; }

    /// <summary>Version of that service.</summary>
    [Key("name of one of its `subsets`", Default = "any version")]
    public string? Subset { get; init; }

    /// <summary>Name of its port.</summary>
    [Key("name of its port, where it has `ports`", Default = "the one that was asked for; of another service its first of HTTP")]
    public string? Port { get; init; }

    /// <summary>Share of the requests that are copied, in percent.</summary>
    [Key("share of the requests that are copied, in percent", Default = "`100`")]
    public double? Percentage { get; init; }
}
