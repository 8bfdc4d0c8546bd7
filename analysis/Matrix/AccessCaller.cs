namespace MeshStack.Analysis.Matrix;

/// <summary>Who calls: a service account's workloads, any workload of a cluster, or a client outside of the mesh.</summary>
/// <param name="Cluster">The cluster that the caller is in, or to whose gateways it comes.</param>
/// <param name="Namespace">Its namespace; null for callers outside, and for every workload of the cluster that has no cell of its
/// own.</param>
/// <param name="ServiceAccount">Its service account; null where the namespace is.</param>
/// <param name="IsOutside">True for a client outside of the mesh.</param>
public sealed record AccessCaller(string Cluster, string? Namespace, string? ServiceAccount, bool IsOutside)
{
    /// <summary>The identity that the caller has, as policies write it, where no workload of the manifests is known to have it;
    /// <c>*</c> for any that nothing speaks of.</summary>
    public string? Identity { get; init; }

    /// <summary>The namespace of callers that may be in any one.</summary>
    internal const string AnyNamespace = "*";

    /// <summary>True where it stands for every workload of the cluster.</summary>
    public bool IsEveryone => !IsOutside && Namespace is null;

    /// <summary>The caller as one reads it aloud: <c>cluster01 default/sleep</c>, <c>outside cluster01</c>.</summary>
    public override string ToString() =>
        IsOutside ? $"outside {Cluster}"
        : Namespace is null ? $"{Cluster} every workload"
        : Identity is { } identity
            ? (
                identity == AnyNamespace
                    ? $"{Cluster} any other caller with an identity"
                    : $"{Cluster} any caller with the identity {identity}"
            )
        : $"{Cluster} {Namespace}/{ServiceAccount}";

    /// <summary>Whoever has an identity that nothing speaks of.</summary>
    internal AccessCaller Other => new(Cluster, AnyNamespace, AnyNamespace, false) { Identity = AnyNamespace };

    internal static AccessCaller Everyone(string cluster) => new(cluster, null, null, false);
}
