using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>A version of a service.</summary>
public sealed record RouteSubsetSettings
{
    /// <summary>Its name.</summary>
    [Key("its name, such as `v2`", Required = true, Label = 63)]
    public required string Name { get; init; }

    /// <summary>Labels that its workloads have besides those of the service.</summary>
    [Key("labels that its workloads have besides those of the service, such as `version: v2`", Required = true)]
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

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
