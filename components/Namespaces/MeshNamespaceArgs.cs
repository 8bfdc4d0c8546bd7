using Pulumi;

namespace MeshStack;

/// <summary>A namespace of a cluster, and whether its workloads are in the mesh.</summary>
public sealed class MeshNamespaceArgs : ResourceArgs
{
    /// <summary>The control plane of the cluster; required, but for a member of a <see cref="Mesh"/>, which makes it.</summary>
    public ControlPlane ControlPlane { get; set; } = null!;

    /// <summary>Name of the namespace; for a member of a <see cref="Mesh"/> it is the key.</summary>
    [Input("namespace")]
    public string Namespace { get; set; } = null!;

    /// <summary>How its workloads get into the mesh: <c>enabled</c>, <c>disabled</c>, <c>ambient</c>, or the revision or tag that injects
    /// them.</summary>
    /// <value>Defaults to enabled, which the control plane without a revision or the tag default serves.</value>
    [Input("injection")]
    public string Injection { get; set; } = MeshNamespaceRules.Enabled;

    /// <summary>Waypoint of an ambient namespace: its name, of the same namespace.</summary>
    /// <value>Defaults to none: layer 4 only.</value>
    [Input("waypoint")]
    public string? Waypoint { get; set; }

    /// <summary>Whether something else made the namespace, as for <c>default</c>: then only its labels and annotations are set.</summary>
    /// <value>Defaults to false: it is created.</value>
    [Input("existing")]
    public bool Existing { get; set; }

    /// <summary>Whether the namespace goes, with all that is in it, when it is not asked for any more.</summary>
    /// <value>Defaults to false: the engine lets go of it, and it stays in its cluster.</value>
    [Input("deleteWithMesh")]
    public bool DeleteWithMesh { get; set; }

    /// <summary>Further labels.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; set; } = [];

    /// <summary>Annotations.</summary>
    [Input("annotations")]
    public Dictionary<string, string> Annotations { get; set; } = [];
}
