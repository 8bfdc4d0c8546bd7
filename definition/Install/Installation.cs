using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MeshStack.Definition;

/// <summary>What is installed in one cluster, with all that its mesh decides of it.</summary>
internal sealed record Installation : IstioInstallSettings
{
    /// <summary>What was asked for, in a cluster.</summary>
    [SetsRequiredMembers]
    public Installation(IstioInstallSettings asked, ClusterIdentity cluster)
        : base(asked.Existing?.AsInstalled() ?? asked) => Cluster = cluster;

    /// <summary>The cluster.</summary>
    public required ClusterIdentity Cluster { get; init; }

    /// <summary>The roots that workloads may be verified by, one by one; the root certificate where there are none.</summary>
    public ImmutableArray<TextValue> TrustedRoots { get; init; } = [];

    /// <summary>Which root signs, as the objects of the cluster say it; null where nothing of the mesh issues its CA.</summary>
    public TextValue? TrustMark { get; init; }

    /// <summary>Whether workloads may be verified by more than one root, as while one is replaced.</summary>
    public bool TrustsSeveralRoots { get; init; }

    /// <summary>Whether istiod serves the proxies of other clusters too.</summary>
    public bool ServesRemotes { get; init; }

    /// <summary>The clusters whose proxies are served by the istiod that it says the values of.</summary>
    public ImmutableArray<ClusterIdentity> Served { get; init; } = [];

    /// <summary>The control plane of another cluster that serves this one; null where it runs its own.</summary>
    public RemoteRole? Remote { get; init; }

    /// <summary>Namespace of the istiod that serves the cluster, and of its east-west gateway.</summary>
    public string SystemNamespace { get; init; } = IstioNamespaces.System;
}
