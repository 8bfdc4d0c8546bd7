using Pulumi;

namespace MeshStack;

/// <summary>The share of calls that goes to one of a service's clusters.</summary>
public sealed class ClusterShareArgs : ResourceArgs
{
    /// <summary>Name of the cluster.</summary>
    [Input("cluster", required: true)]
    public string Cluster { get; set; } = null!;

    /// <summary>Its share, in percent; all of them are 100 together.</summary>
    [Input("weight", required: true)]
    public int Weight { get; set; }
}
