using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>A version of a service.</summary>
public sealed record RouteSubsetSettings
{
    /// <summary>Its name.</summary>
    [Key("its name, such as `v2`", Required = true, Label = 63)]
    public required string Name { get; init; }

    /// <summary>Labels that its workloads have besides those of the service.</summary>
    /// <value>Defaults to none with <see cref="Cluster"/>.</value>
    [Key("labels that its workloads have besides those of the service, such as `version: v2`", Default = "it or `cluster` is required")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Map<string>();

    /// <summary>The one of the service's clusters that it is in.</summary>
    /// <value>Defaults to all of them.</value>
    [Key("the one of the service's `clusters` that it is in, for a canary from cluster to cluster", Default = "all of them")]
    public string? Cluster { get; init; }

    /// <summary>How calls spread over its instances.</summary>
    /// <value>Defaults to the service's.</value>
    [Key("how calls spread over its instances", Default = "the service's")]
    internal LoadBalancerSettings? LoadBalancing { get; init; }

    /// <summary>Limits of connections and requests.</summary>
    /// <value>Defaults to the service's.</value>
    [Key("limits of connections and requests", Default = "the service's")]
    internal ConnectionPoolSettings? ConnectionPool { get; init; }

    /// <summary>When a failing instance is taken out of the pool.</summary>
    /// <value>Defaults to the service's.</value>
    [Key("when a failing instance is taken out", Default = "the service's")]
    internal OutlierDetection? OutlierDetection { get; init; }
}
