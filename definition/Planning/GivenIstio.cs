namespace MeshStack.Definition.Planning;

/// <summary>How an Istio is configured that is there already: nothing of a plan says it.</summary>
/// <param name="RootNamespace">Namespace whose configuration holds for the whole mesh.</param>
public sealed record GivenIstio(string RootNamespace)
{
    /// <summary>The names by which namespaces and pods ask for its istiod; none where that is not said.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Trust domains that mean the same as the cluster's own.</summary>
    public IReadOnlyList<string> TrustDomainAliases { get; init; } = [];

    /// <summary>Trust domains whose certificates its proxies accept besides.</summary>
    public IReadOnlyList<string> CaTrustDomains { get; init; } = [];

    /// <summary>What a sidecar does with a host that the mesh does not know; null where that is not said.</summary>
    public string? OutboundTrafficPolicy { get; init; }

    /// <summary>Whether sidecars answer DNS; null where that is not said.</summary>
    public bool? DnsCapture { get; init; }

    /// <summary>What it has to have, because nothing here gives it that.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
}
