using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>The PEM texts of a provided trust; a text that holds <c>${</c> stands for one that comes later and is not checked.</summary>
/// <param name="RootCertificate">Certificate of the root that the intermediates chain to.</param>
internal sealed record TrustPems(string RootCertificate)
{
    /// <summary>Certificate of the root that a rotation leads to.</summary>
    public string? NextRootCertificate { get; init; }

    /// <summary>Certificate of the root that a rotation leads away from.</summary>
    public string? PreviousRootCertificate { get; init; }

    /// <summary>The clusters' intermediate CAs.</summary>
    public ImmutableArray<ClusterPems> Clusters { get; init; } = [];
}
