namespace MeshStack.Definition;

/// <summary>One cluster with its intermediate CA.</summary>
public sealed record TrustClusterSettings
{
    /// <summary>DNS name that istiod is called by inside its cluster, and that its CA carries.</summary>
    public const string IstiodDnsName = "istiod.istio-system.svc";

    /// <summary>Name of the cluster.</summary>
    public required string Name { get; init; }

    /// <summary>The name that it had before; null where it was not renamed.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Revisions of istiod: each adds the DNS name <c>istiod-REVISION.istio-system.svc</c> to a generated intermediate.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Further DNS names of a generated intermediate.</summary>
    public IReadOnlyList<string> DnsNames { get; init; } = [];

    /// <summary>Certificate of a provided intermediate CA, PEM.</summary>
    public TextValue? Certificate { get; init; }

    /// <summary>Private key of a provided intermediate CA, unencrypted PEM; a secret whatever it is set to.</summary>
    public TextValue? PrivateKey { get; init; }

    /// <summary>Chain from a provided intermediate CA to the root, PEM: its certificate first, the root last or left out.</summary>
    /// <value>Defaults to the certificate and the root, which fits an intermediate that the root itself issued.</value>
    public TextValue? CertificateChain { get; init; }

    internal LogicalName LogicalName => LogicalName.Of(Name, RenamedFrom);

    /// <summary>The DNS names of a generated intermediate, istiod's own first.</summary>
    internal IReadOnlyList<string> AllDnsNames =>
        [
            .. new[] { IstiodDnsName }
                .Concat(Revisions.Select(revision => $"istiod-{revision}.istio-system.svc"))
                .Concat(DnsNames)
                .Distinct(StringComparer.Ordinal),
        ];
}
