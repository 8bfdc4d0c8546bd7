namespace MeshStack.Definition;

/// <summary>A namespace of a cluster, and whether its workloads are in the mesh.</summary>
public sealed record MeshNamespaceSettings
{
    /// <summary>How its workloads get into the mesh: <c>enabled</c>, <c>disabled</c>, <c>ambient</c>, or the revision or tag that injects
    /// them.</summary>
    /// <value>Defaults to enabled, which the control plane without a revision or the tag default serves.</value>
    [Key("`enabled`, `disabled`, `ambient`, or a revision or tag")]
    public string Injection { get; init; } = MeshNamespaceRules.Enabled;

    /// <summary>Waypoint of an ambient namespace: its name, of the same namespace.</summary>
    /// <value>Defaults to none: layer 4 only.</value>
    [Key("name of the waypoint of an ambient namespace", Default = "none")]
    public string? Waypoint { get; init; }

    /// <summary>Whether something else made the namespace, as for <c>default</c>: then only its labels and annotations are set.</summary>
    /// <value>Defaults to false: it is created.</value>
    [Key("`true`: something else made it, as `default`; only its labels and annotations are set")]
    public bool Existing { get; init; }

    /// <summary>Whether the namespace goes, with all that is in it, when it is not asked for any more.</summary>
    /// <value>Defaults to false: the engine lets go of it, and it stays in its cluster.</value>
    [Key("`true`: it is deleted, with all that is in it, when it leaves the definition; else it stays in its cluster")]
    public bool DeleteWithMesh { get; init; }

    /// <summary>Further labels.</summary>
    [Key("further labels", Default = "none")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty.Map<string>();

    /// <summary>Annotations.</summary>
    [Key("annotations", Default = "none")]
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty.Map<string>();

    /// <summary>The revision or tag that injects the workloads; null where none does.</summary>
    public string? Reference =>
        Injection switch
        {
            MeshNamespaceRules.Enabled => RevisionSet.Default,
            MeshNamespaceRules.Disabled or DataPlanes.Ambient => null,
            var revision => revision,
        };
}
