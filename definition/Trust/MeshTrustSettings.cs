namespace MeshStack.Definition;

/// <summary>The root that all clusters of a mesh share and the intermediate CA of each: exactly one of generated, provided and
/// external.</summary>
public sealed record MeshTrustSettings
{
    /// <summary>The clusters, each with an intermediate CA of its own.</summary>
    public IReadOnlyList<TrustClusterSettings> Clusters { get; init; } = [];

    /// <summary>Root and intermediates that are generated, their keys kept in the stack's state as secrets.</summary>
    [Key("`{}`: root and intermediates are made and kept in the stack's state", Default = "it or `rootCertificate` is required")]
    public GeneratedTrustSettings? Generated { get; init; }

    /// <summary>Root and intermediates that come from elsewhere as PEM.</summary>
    public ProvidedTrustSettings? Provided { get; init; }

    /// <summary>Certificates that something else issues, such as cert-manager with istio-csr: no <c>cacerts</c> are written.</summary>
    public ExternalTrustSettings? External { get; init; }

    /// <summary>The step of a change from one root to another.</summary>
    /// <value>Defaults to none: one root signs, and it alone is trusted.</value>
    [Key("the step of a change from one root to another", Default = "none")]
    public TrustRotationSettings? Rotation { get; init; }

    /// <summary>What says whether certificates are still valid.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems() => MeshTrustRules.Problems(this);
}
