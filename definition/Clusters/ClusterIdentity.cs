namespace MeshStack.Definition;

/// <summary>Who a cluster is in the mesh.</summary>
/// <param name="Name">Name of the cluster, which is also its CLUSTER_ID in Istio.</param>
public sealed record ClusterIdentity(string Name)
{
    /// <summary>The name that it had before; null where it was not renamed.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>DNS suffix under which other clusters see its services.</summary>
    public string Domain { get; init; } = Name;

    /// <summary>SPIFFE trust domain of its workloads.</summary>
    public string TrustDomain { get; init; } = Name;

    /// <summary>Network of its pods.</summary>
    public string Network { get; init; } = Name;

    /// <summary>Region that it is in; null where nothing says it.</summary>
    public string? Region { get; init; }

    /// <summary>The part of logical names that follows the cluster's name.</summary>
    internal LogicalName LogicalName => LogicalName.Of(Name, RenamedFrom);

    /// <summary>The principal of a service account, as AuthorizationPolicies name it.</summary>
    /// <param name="namespace">Namespace of the workload.</param>
    /// <param name="serviceAccount">Service account of the workload; null for every workload of the namespace.</param>
    public string Principal(string @namespace, string? serviceAccount) =>
        $"{TrustDomain}/ns/{@namespace}/" + (serviceAccount is null ? "*" : "sa/" + serviceAccount);
}
