namespace MeshStack.Definition;

/// <summary>A waypoint: the proxy through which ambient workloads of a namespace are reached on layer 7.</summary>
/// <remarks>Namespaces use it by the label <c>istio.io/use-waypoint</c>: https://istio.io/latest/docs/ambient/usage/waypoint/.</remarks>
public sealed record WaypointSettings
{
    /// <summary>Namespace of the waypoint, which must be there.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the waypoint.</summary>
    /// <value>Defaults to waypoint.</value>
    public string Name { get; init; } = "waypoint";

    /// <summary>What is reached through it: <c>service</c>, <c>workload</c> or <c>all</c>.</summary>
    /// <value>Defaults to service.</value>
    public string For { get; init; } = "service";

    /// <summary>Revision or tag of the control plane that runs it.</summary>
    /// <value>Defaults to the one that the gateways use.</value>
    public string? Revision { get; init; }

    private static readonly string[] Traffic = ["service", "workload", "all"];

    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        foreach (var (key, name) in new[] { ("namespace", Namespace), ("name", Name) })
        {
            if (name == null || !KubernetesNames.IsLabel(name))
            {
                yield return new($"{path}.{key}", name == null ? "required" : $"'{name}' is not a DNS label");
            }
        }

        if (!Traffic.Contains(For))
        {
            yield return ArgsProblem.NotAllowed($"{path}.for", For, "what a waypoint is for", Traffic);
        }
    }
}
