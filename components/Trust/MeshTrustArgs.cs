using Pulumi;

namespace MeshStack;

/// <summary>The root that all clusters of a mesh share and the intermediate CA of each: exactly one of generated, provided and
/// external.</summary>
public sealed class MeshTrustArgs : ResourceArgs
{
    /// <summary>The clusters, each with an intermediate CA of its own.</summary>
    [Input("clusters", required: true)]
    public List<TrustClusterArgs> Clusters { get; set; } = [];

    /// <summary>Root and intermediates that are generated, their keys kept in the stack's state as secrets.</summary>
    [Input("generated")]
    public GeneratedTrustArgs? Generated { get; set; }

    /// <summary>Root and intermediates that come from elsewhere as PEM.</summary>
    [Input("provided")]
    public ProvidedTrustArgs? Provided { get; set; }

    /// <summary>Certificates that something else issues, such as cert-manager with istio-csr: no <c>cacerts</c> are written.</summary>
    [Input("external")]
    public ExternalTrustArgs? External { get; set; }

    /// <summary>The step of a change from one root to another.</summary>
    /// <value>Defaults to none: one root signs, and it alone is trusted.</value>
    [Input("rotation")]
    public TrustRotationArgs? Rotation { get; set; }

    /// <summary>The time, for tests.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
