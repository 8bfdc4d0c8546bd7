using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes;

namespace MeshStack;

/// <summary>A cluster with its istiod and gateways, as services and their callers need it.</summary>
/// <remarks>Comes from <see cref="IstioInstall.ControlPlane"/>, or is written by hand for an Istio that something else installed.</remarks>
/// <param name="Cluster">Who the cluster is.</param>
public sealed record ControlPlane(ClusterIdentity Cluster)
{
    /// <summary>The cluster's provider; without one the control plane can be checked, and no object can be made.</summary>
    public Provider? Provider { get; init; }

    /// <summary>Gateway through which other clusters call in.</summary>
    public MeshGateway? EastWest { get; init; }

    /// <summary>Gateway through which clients outside the mesh call in.</summary>
    public MeshGateway? Ingress { get; init; }

    /// <summary>Further gateways through which clients outside the mesh call in, by name.</summary>
    public IReadOnlyDictionary<string, MeshGateway> Ingresses { get; init; } = ImmutableDictionary<string, MeshGateway>.Empty;

    /// <summary>Gateway through which workloads leave the mesh.</summary>
    public MeshGateway? Egress { get; init; }

    /// <summary>Its revisions and tags; null where nothing is known of them, and then nothing is checked against them.</summary>
    public RevisionSet? Revisions { get; init; }

    /// <summary>Where its proxies run: <c>sidecar</c> or <c>ambient</c>; null where nothing is known of it.</summary>
    public string? DataPlane { get; init; }

    /// <summary>What must exist before an Istio object can be applied.</summary>
    /// <remarks>Single resources, never a component: depending on a component means depending on each of its children.</remarks>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    /// <summary>What must exist before pods of a revision or tag are injected.</summary>
    internal IReadOnlyDictionary<string, Resource> Injectors { get; init; } = ImmutableDictionary<string, Resource>.Empty;

    /// <summary>Options for an object of this cluster, which waits for the control plane and for <paramref name="after"/>.</summary>
    internal CustomResourceOptions Owned(Resource parent, params IReadOnlyList<Resource> after) => new()
    {
        Parent = parent,
        Provider = Provider ?? throw new ResourceException($"control plane of {Cluster.Name}: Provider is required", parent),
        DependsOn = Ready.Concat(after).Select(r => (Input<Resource>)r).ToArray(),
    };
}
