using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>What of a cluster a later change has to respect.</summary>
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

    /// <summary>Revisions, tags and the namespaces that refer to them.</summary>
    internal RevisionState RevisionState => new(new RevisionSet { Versions = Revisions, Tags = Tags }, Namespaces);
}
