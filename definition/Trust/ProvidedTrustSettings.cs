namespace MeshStack.Definition;

/// <summary>The roots of a trust that comes from elsewhere; the intermediates are in <see cref="TrustClusterSettings"/>.</summary>
public sealed record ProvidedTrustSettings
{
    /// <summary>Certificate of the root that the given intermediates chain to, PEM.</summary>
    public required TextValue RootCertificate { get; init; }

    /// <summary>Certificate of the root that a rotation leads to, PEM; in phase prepare only.</summary>
    public TextValue? NextRootCertificate { get; init; }

    /// <summary>Certificate of the root that a rotation leads away from, PEM; in phase switch only.</summary>
    public TextValue? PreviousRootCertificate { get; init; }
}
