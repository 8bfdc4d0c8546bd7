namespace MeshStack.Definition.Planning;

/// <summary>A gateway through which calls come into a cluster, and where they reach it.</summary>
/// <param name="Cluster">The cluster that it is in.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Name of its Service.</param>
/// <param name="Address">IP address or host name.</param>
public sealed record DeclaredGateway(string Cluster, string Namespace, string Name, TextValue Address)
{
    /// <summary>Its pods, where the plan does not make them.</summary>
    public ExistingGateway? Existing { get; init; }

    /// <summary>Whether another one is the same, wherever it is reached.</summary>
    internal bool IsSame(DeclaredGateway other) => (Cluster, Namespace, Name) == (other.Cluster, other.Namespace, other.Name);
}
