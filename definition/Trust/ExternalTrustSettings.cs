namespace MeshStack.Definition;

/// <summary>A trust that something else keeps.</summary>
public sealed record ExternalTrustSettings
{
    /// <summary>Certificate of the root that all clusters share, PEM: with it, workloads of other trust domains can be validated.</summary>
    /// <value>Defaults to none.</value>
    public TextValue? RootCertificate { get; init; }
}
