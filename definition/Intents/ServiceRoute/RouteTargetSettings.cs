namespace MeshStack.Definition;

/// <summary>Where requests go.</summary>
public sealed record RouteTargetSettings
{
    /// <summary>Name of the InboundService that they go to.</summary>
    [Key("name of an InboundService of the same cluster", Name = "service", Default = "the one of the route")]
    public string? ServiceName { get; init; }

    /// <summary>The service that they go to.</summary>
    public InboundServiceIntent? Service { get; init; }

    /// <summary>Version of that service.</summary>
    [Key("name of one of its `subsets`", Default = "any version")]
    public string? Subset { get; init; }

    /// <summary>Name of its port.</summary>
    [Key("name of its port, where it has `ports`", Default = "the one that was asked for; of another service its first of HTTP")]
    public string? Port { get; init; }

    /// <summary>Share in percent.</summary>
    [Key("share in percent; those of a route are 100 together", Default = "required where there are several", Min = 0, Max = 100)]
    public int? Weight { get; init; }
}
