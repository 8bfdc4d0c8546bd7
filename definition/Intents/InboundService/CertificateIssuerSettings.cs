namespace MeshStack.Definition;

/// <summary>An issuer of cert-manager, which makes the certificate of a host.</summary>
public sealed record CertificateIssuerSettings
{
    /// <summary>Its name.</summary>
    [Key("its name", Required = true)]
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    /// <value>Defaults to ClusterIssuer; an Issuer has to be in the gateway's namespace.</value>
    [Key("its kind; an `Issuer` has to be in `istio-ingress`", Allowed = ["ClusterIssuer", "Issuer"], Is = "a kind of issuer")]
    public string Kind { get; init; } = "ClusterIssuer";
}
