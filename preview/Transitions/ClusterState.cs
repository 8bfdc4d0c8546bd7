using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MeshStack.Preview.Transitions;

/// <summary>What of a cluster a later change has to respect. Empty is what is not known of one whose first update has not ended.</summary>
/// <param name="ServedBy">The cluster whose istiod serves it.</param>
/// <param name="SystemNamespace">Namespace of that istiod.</param>
/// <param name="TrustDomain">Trust domain of its workloads.</param>
/// <param name="Network">Network of its pods.</param>
public sealed record ClusterState(string ServedBy, string SystemNamespace, string TrustDomain, string Network)
{
    /// <summary>The cluster whose installation says which versions that istiod has; null in the state of an older MeshStack.</summary>
    public string? ConfiguredIn { get; init; }

    /// <summary>Address at which the istiod of other clusters reads it; null where none does, or where it is not known.</summary>
    public string? ApiServer { get; init; }

    /// <summary>The clusters whose istiod reads it, by credentials that stand in a secret there.</summary>
    public ImmutableSortedSet<string> ReadBy
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Trust domains that mean the same as its own.</summary>
    public ImmutableSortedSet<string> TrustDomainAliases
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Version of each revision; <c>default</c> is the one without.</summary>
    public ImmutableSortedDictionary<string, string> Revisions
    {
        get;
        init => field = value ?? ImmutableSortedDictionary<string, string>.Empty;
    } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Revision of each tag.</summary>
    public ImmutableSortedDictionary<string, string> Tags
    {
        get;
        init => field = value ?? ImmutableSortedDictionary<string, string>.Empty;
    } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Revision or tag that injects each namespace.</summary>
    public ImmutableSortedDictionary<string, string> Namespaces
    {
        get;
        init => field = value ?? ImmutableSortedDictionary<string, string>.Empty;
    } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The services that are in it, by name.</summary>
    public ImmutableSortedSet<string> Services
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Kubeconfig context that reaches it; null where it is not known, or where a kubeconfig has only one.</summary>
    public string? Context { get; init; }

    /// <summary>The flag by which kubectl finds it; empty where its context is not known.</summary>
    [JsonIgnore]
    internal string ContextFlag => Context is { } context ? $" --context {context}" : "";

    /// <summary>Which cluster it is to the engine; null in the state of a MeshStack that gave it no identifier.</summary>
    public string? ClusterIdentifier { get; init; }

    /// <summary>SHA-256 of the certificates that vouch for its API server; null where that is not known.</summary>
    public string? Authority { get; init; }

    /// <summary>The namespaces that are made or labelled in it, and what becomes of each when it leaves; null where it is not
    /// known.</summary>
    public ImmutableSortedDictionary<string, NamespaceHold>? Held { get; init; }

    /// <summary>Which root its own objects say that signs; several where an update was cut between them, none where nobody
    /// asked.</summary>
    [JsonIgnore]
    public ImmutableArray<RootState> Trust
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Whether its CA says nothing of roots, because an older MeshStack wrote it and no update has reached it since.</summary>
    [JsonIgnore]
    internal bool IsTrustUnmarked { get; init; }

    /// <summary>Whether a secret with its CA is written there; false where it is not known.</summary>
    public bool HasCa { get; init; }

    /// <summary>The revisions whose last installation or upgrade Helm did not see through: either version may be running.</summary>
    [JsonIgnore]
    internal ImmutableSortedSet<string> Unfinished { get; init; } = [];

    /// <summary>The versions that revisions were on their way to when an update was killed: either may be running.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, string> UnderWay { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The versions that may be running, by revision.</summary>
    internal IEnumerable<(string Revision, string Version)> Running =>
        Revisions.Concat(UnderWay).Select(r => (r.Key, r.Value)).Distinct().OrderBy(r => r.Key, StringComparer.Ordinal);

    /// <summary>Whether the stack has an istiod there, and did not find it.</summary>
    [JsonIgnore]
    internal bool HasIstiod { get; init; }

    /// <summary>The releases of its gateways, as <c>NAMESPACE/NAME</c>.</summary>
    [JsonIgnore]
    internal ImmutableSortedSet<string> Gateways { get; init; } = [];

    /// <summary>Whether an update that moves it to another cluster has begun and not ended: who vouches for that one is not known
    /// yet.</summary>
    [JsonIgnore]
    internal bool IsMoving { get; init; }

    /// <summary>Whether some of it has another name until now.</summary>
    [JsonIgnore]
    internal bool IsRenamed { get; init; }

    /// <summary>What only the definition says, and no later change has to respect.</summary>
    [JsonIgnore]
    internal DefinedCluster Defined { get; init; } = new();

    /// <summary>Revisions, tags and the namespaces that refer to them.</summary>
    internal RevisionState RevisionState => new(new RevisionSet { Versions = Revisions, Tags = Tags }, Namespaces);
}
