namespace MeshStack.Definition;

/// <summary>Callers by cluster, namespace and service account; null for any.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="ServiceAccount">The service account.</param>
/// <param name="IsOutside">True for clients outside of the mesh, who have none of these.</param>
public sealed record CallerPattern(string? Cluster, string? Namespace, string? ServiceAccount, bool IsOutside)
{
    /// <inheritdoc/>
    public override string ToString() => IsOutside ? "outside" : $"{Cluster ?? "*"}/{Namespace ?? "*"}/{ServiceAccount ?? "*"}";
}
