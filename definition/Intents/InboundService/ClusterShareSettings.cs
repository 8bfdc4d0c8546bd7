namespace MeshStack.Definition;

/// <summary>The share of calls that goes to one of a service's clusters.</summary>
public sealed record ClusterShareSettings
{
    /// <summary>The cluster.</summary>
    [Key("one of the service's `clusters`", Required = true)]
    public required string Cluster { get; init; }

    /// <summary>Its share, in percent.</summary>
    [Key("its share, in percent; all of them are 100 together", Required = true, Min = 1, Max = 100, Is = "a share in percent")]
    public required int Weight { get; init; }
}
