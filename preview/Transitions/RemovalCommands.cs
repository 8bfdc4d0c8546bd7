namespace MeshStack.Preview.Transitions;

/// <summary>The commands that say that something is meant to leave, each with the next free place in its list.</summary>
/// <param name="after">The state that the definition leads to, with what it names already.</param>
internal sealed class RemovalCommands(MeshState after)
{
    private readonly string _set = "pulumi config set" + after.StackFlag;
    private int _clusters = after.Removed.Clusters.Count;
    private int _namespaces = after.Removed.Namespaces.Count;

    /// <summary>The command for a cluster.</summary>
    public string Cluster(string name) => FormattableString.Invariant($"{_set} --path 'meshstack:removed.clusters[{_clusters++}]' {name}");

    /// <summary>The command for a namespace.</summary>
    public string Namespace(string cluster, string name) =>
        FormattableString.Invariant($"{_set} --path 'meshstack:removed.namespaces[{_namespaces++}]' {cluster}/{name}");
}
