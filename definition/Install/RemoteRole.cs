using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What a cluster needs to know of the control plane of another cluster that serves it.</summary>
/// <param name="ManagedBy">CLUSTER_ID of the istiod that patches its webhooks; null where it is this cluster's own.</param>
internal sealed record RemoteRole(string? ManagedBy)
{
    /// <summary>Address of the east-west gateway that leads to istiod; null where <see cref="Host"/> does.</summary>
    public TextValue? Address { get; init; }

    /// <summary>DNS name, with a public certificate, that leads to istiod.</summary>
    public string? Host { get; init; }

    /// <summary>Whether the configuration of all served clusters stands in this one.</summary>
    public bool HoldsConfiguration { get; init; }

    /// <summary>Makes the istiod serve the cluster, once its own part is installed; proxies can start after what is returned.</summary>
    public required Func<ControlPlaneModel, ImmutableArray<ResourceId>> Attach { get; init; }

    /// <summary>What has to be there before the cluster can be told of its control plane.</summary>
    public ImmutableArray<ResourceId> After { get; init; } = [];
}
