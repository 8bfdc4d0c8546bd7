namespace MeshStack.Analysis.Config.Mesh;

/// <summary>What is said about a cluster outright, and wins over what its objects say; null leaves it to them.</summary>
public sealed record ClusterSettings
{
    /// <summary>The network of the cluster's workloads.</summary>
    public string? Network { get; init; }

    /// <summary>The version of the Istio that configures the cluster's proxies, such as 1.31.4.</summary>
    public string? IstioVersion { get; init; }

    /// <summary>The names by which namespaces and pods ask for the istiod that runs there, <c>default</c> for one without a name.</summary>
    public IReadOnlyList<string>? Revisions { get; init; }

    /// <summary>The region that the cluster is in.</summary>
    public string? Region { get; init; }

    /// <summary>The trust domain.</summary>
    public string? TrustDomain { get; init; }

    /// <summary>The other trust domains that count as the own one.</summary>
    public IReadOnlyList<string>? TrustDomainAliases { get; init; }

    /// <summary>The trust domains whose certificates are accepted without being the own one.</summary>
    public IReadOnlyList<string>? CaTrustDomains { get; init; }

    /// <summary>The namespace of mesh-wide configuration.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>ALLOW_ANY or REGISTRY_ONLY.</summary>
    public string? OutboundTrafficPolicy { get; init; }

    /// <summary>True where sidecars answer DNS for the mesh's hosts.</summary>
    public bool? DnsCapture { get; init; }

    /// <summary>The clusters whose control planes hold a remote secret for this cluster, and so see its services and pods.</summary>
    public IReadOnlyList<string>? RemoteSecretsTo { get; init; }

    /// <summary>Where the istiod that serves the cluster runs; null for the cluster itself.</summary>
    public ControlPlanePlace? ControlPlane { get; init; }
}
