using Pulumi;

namespace MeshStack;

/// <summary>The roots of a trust that comes from elsewhere; the intermediates are in <see cref="TrustClusterArgs"/>.</summary>
public sealed class ProvidedTrustArgs : ResourceArgs
{
    /// <summary>Certificate of the root that the given intermediates chain to, PEM.</summary>
    [Input("rootCertificate", required: true)]
    public Input<string> RootCertificate { get; set; } = null!;

    /// <summary>Certificate of the root that a rotation leads to, PEM; in phase prepare only.</summary>
    [Input("nextRootCertificate")]
    public Input<string>? NextRootCertificate { get; set; }

    /// <summary>Certificate of the root that a rotation leads away from, PEM; in phase switch only.</summary>
    [Input("previousRootCertificate")]
    public Input<string>? PreviousRootCertificate { get; set; }
}
