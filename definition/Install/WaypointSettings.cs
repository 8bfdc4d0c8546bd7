namespace MeshStack.Definition;

/// <summary>A waypoint: the proxy through which ambient workloads of a namespace are reached on layer 7.</summary>
/// <remarks>Namespaces use it by the label <c>istio.io/use-waypoint</c>: https://istio.io/latest/docs/ambient/usage/waypoint/.</remarks>
public sealed record WaypointSettings
{
    /// <summary>Namespace of the waypoint, which must be there.</summary>
    [Key("namespace of the waypoint, which must be there", Required = true)]
    public required string Namespace { get; init; }

    /// <summary>Name of the waypoint.</summary>
    /// <value>Defaults to waypoint.</value>
    [Key("its name")]
    public string Name { get; init; } = "waypoint";

    /// <summary>What is reached through it: <c>service</c>, <c>workload</c> or <c>all</c>.</summary>
    /// <value>Defaults to service.</value>
    [Key("what is reached through it", Allowed = ["service", "workload", "all"])]
    public string For { get; init; } = "service";

    /// <summary>Revision or tag of the control plane that runs it.</summary>
    /// <value>Defaults to the one that the gateways use.</value>
    [Key("revision or tag of the control plane that runs it", Default = "the one that gateways use")]
    public string? Revision { get; init; }

    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        foreach (var (key, name) in new[] { ("namespace", Namespace), ("name", Name) })
        {
            if (name is null || !KubernetesNames.IsLabel(name))
            {
                yield return new($"{path}.{key}", name is null ? "required" : $"'{name}' is not a DNS label");
            }
        }

        var traffic = SettingMember.AllowedFor<WaypointSettings>(nameof(For));
        if (!traffic.Contains(For))
        {
            yield return ArgsProblem.NotAllowed($"{path}.for", For, "what a waypoint is for", traffic);
        }
    }
}
