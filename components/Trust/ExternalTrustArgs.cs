using Pulumi;

namespace MeshStack;

/// <summary>A trust that something else keeps.</summary>
public sealed class ExternalTrustArgs : ResourceArgs
{
    /// <summary>Certificate of the root that all clusters share, PEM: with it, workloads of other trust domains can be validated.</summary>
    /// <value>Defaults to none.</value>
    [Input("rootCertificate")]
    public Input<string>? RootCertificate { get; set; }
}
