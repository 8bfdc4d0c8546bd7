using MeshStack.Definition;

namespace MeshStack.Preview.Transitions;

/// <summary>The commands that say that something is meant to leave, each with the next free place in its list.</summary>
/// <param name="removed">What the definition names already.</param>
/// <param name="stack">The stack whose configuration is to say it; null where that is not known.</param>
internal sealed class RemovalCommands(RemovalSettings removed, string? stack)
{
    private readonly string _set = "pulumi config set" + (stack is null ? "" : $" --stack {stack}");
    private int _clusters = removed.Clusters.Count;
    private int _namespaces = removed.Namespaces.Count;

    /// <summary>The command for a cluster.</summary>
    public string Cluster(string name) => FormattableString.Invariant($"{_set} --path 'meshstack:removed.clusters[{_clusters++}]' {name}");

    /// <summary>The command for a namespace.</summary>
    public string Namespace(string cluster, string name) =>
        FormattableString.Invariant($"{_set} --path 'meshstack:removed.namespaces[{_namespaces++}]' {cluster}/{name}");
}
