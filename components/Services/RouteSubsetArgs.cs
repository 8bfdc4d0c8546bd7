using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>A version of a service.</summary>
public sealed class RouteSubsetArgs : ResourceArgs
{
    /// <summary>Its name.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Labels that its workloads have besides those of the service; they or <see cref="Cluster"/> are required.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; set; } = [];

    /// <summary>Name of the one of the service's clusters that it is in, for a canary from cluster to cluster.</summary>
    /// <value>Defaults to all of them.</value>
    [Input("cluster")]
    public string? Cluster { get; set; }

    /// <summary>How calls spread over its instances.</summary>
    /// <value>Defaults to the service's.</value>
    [Input("loadBalancing")]
    public LoadBalancerSettingsArgs? LoadBalancing { get; set; }

    /// <summary>Limits of connections and requests.</summary>
    /// <value>Defaults to the service's.</value>
    [Input("connectionPool")]
    public ConnectionPoolSettingsArgs? ConnectionPool { get; set; }

    /// <summary>When a failing instance is taken out of the pool.</summary>
    /// <value>Defaults to the service's.</value>
    [Input("outlierDetection")]
    public OutlierDetectionArgs? OutlierDetection { get; set; }
}
