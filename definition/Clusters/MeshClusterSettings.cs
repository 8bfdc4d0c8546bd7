using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>How one Kubernetes cluster is reached, and who it is in the mesh.</summary>
public sealed record MeshClusterSettings
{
    /// <summary>Context of the kubeconfig that reaches the cluster.</summary>
    /// <value>Defaults to the current context of <see cref="KubeConfig"/>; one of the two is required.</value>
    [Key("kubeconfig context that reaches the cluster", Default = "required, or `kubeConfig`")]
    public string? Context { get; init; }

    /// <summary>Contents or path of a kubeconfig; give its contents as a secret.</summary>
    /// <value>Defaults to the kubeconfig of the environment.</value>
    [Key("a kubeconfig's contents, secret", Default = "the environment's", IsSecret = true)]
    public TextValue? KubeConfig { get; init; }

    /// <summary>Network of the cluster's pods: two clusters share one when their pods reach each other directly.</summary>
    /// <value>Defaults to the cluster's name.</value>
    [Key("network of the pods: clusters share one when their pods reach each other directly", Default = "the cluster's name")]
    public string? Network { get; init; }

    /// <summary>SPIFFE trust domain of the cluster's workloads, the first part of every principal.</summary>
    /// <value>Defaults to <see cref="Domain"/>. Clusters that share one share their identities too.</value>
    [Key(
        "first part of its workloads' identities; clusters that share one share identities",
        Default = "its `domain` in a federated mesh, else `trust.domain`"
    )]
    public string? TrustDomain { get; init; }

    /// <summary>DNS suffix under which other clusters see this cluster's services: <c>service.namespace.DOMAIN</c>.</summary>
    /// <value>Defaults to the cluster's name.</value>
    [Key("suffix of the hosts under which other clusters import its services", Default = "the cluster's name")]
    public string? Domain { get; init; }

    /// <summary>Address of the cluster's API server as pods of other clusters reach it, for example <c>https://10.0.0.1:6443</c>.</summary>
    /// <value>Required where istiod of another cluster reads this one's endpoints: the kubeconfig's address may be good for this machine
    /// only.</value>
    [Key(
        "address of its API server as pods of other clusters reach it, `https://HOST:PORT`; not a loopback address",
        Default = "required where another cluster's istiod reads it"
    )]
    public string? ApiServer { get; init; }

    /// <summary>Region that the cluster is in.</summary>
    /// <value>Defaults to none.</value>
    [Key(
        "region of the cluster, for `meshstack access --without REGION` and for `failover` by region; no object is made of it, as "
            + "Kubernetes' nodes carry the label `topology.kubernetes.io/region` themselves",
        Default = "none"
    )]
    public string? Region { get; init; }

    /// <summary>Name that the cluster had before: what is in the stack under that name is kept.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Key("name that the cluster had before: what is in the stack under that name is kept", Default = "none")]
    public string? RenamedFrom { get; init; }

    /// <summary>Which cluster this is, whatever name, context or kubeconfig leads to it: another identity is another cluster, on which
    /// everything is made anew.</summary>
    /// <value>Defaults to <see cref="RenamedFrom"/>, else to the cluster's name.</value>
    [Key(
        "which cluster this is, whatever context and address lead to it: the engine moves everything to a cluster of another identity",
        Default = "`renamedFrom`, else the cluster's name"
    )]
    public string? ClusterIdentifier { get; init; }

    /// <summary>Whether an update takes over objects that are in the cluster and not in the stack, as after one that was killed.</summary>
    /// <value>Defaults to false: an object that is there already fails the update.</value>
    [Key("`true`: an update takes over objects that are there already; for a first update, or one after a crash")]
    public bool AdoptExisting { get; init; }

    /// <summary>Whether an update goes on without this cluster while it cannot be reached.</summary>
    /// <value>Defaults to false: an unreachable cluster fails the update.</value>
    [Key("`true`: an update goes on without the cluster while it cannot be reached")]
    public bool SkipUpdateUnreachable { get; init; }

    /// <summary>What is asked for and cannot be had.</summary>
    public IEnumerable<ArgsProblem> Problems()
    {
        if (Context is null && KubeConfig is null)
        {
            yield return new("context", "required: the kubeconfig context that reaches the cluster (or kubeConfig)");
        }

        if (Context is { } context && context != context.Trim())
        {
            yield return new("context", $"'{context}' has blanks around it, and no context of a kubeconfig has: write {context.Trim()}");
        }

        foreach (var (path, name) in new[] { ("domain", Domain), ("trustDomain", TrustDomain), ("network", Network) })
        {
            if (name is not null && !KubernetesNames.IsSubdomain(name))
            {
                yield return new(path, $"'{name}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)");
            }
        }

        if (Network is { Length: > 63 } network)
        {
            yield return new("network", $"'{network}' has {network.Length} characters; it becomes a label, which takes at most 63");
        }

        if (Region is { } region && (region.Length == 0 || !KubernetesNames.IsLabelValue(region)))
        {
            yield return new(
                "region",
                $"'{region}' is not a value of the label topology.kubernetes.io/region (letters, digits, '-', '_' and '.', at most 63 "
                    + "characters)"
            );
        }

        if (Domain is ServiceDns.ClusterDomain or ServiceDns.Domain)
        {
            yield return new(
                "domain",
                $"'{Domain}' is where every cluster keeps its own services: choose a domain that names this cluster"
            );
        }
    }

    /// <summary>Which cluster it is to the engine: what it was called first, where nothing else is said.</summary>
    internal string IdentifierOf(string name) => ClusterIdentifier ?? RenamedFrom ?? name;

    /// <summary>The identity of a cluster of that name.</summary>
    public ClusterIdentity Identity(string name) =>
        new(name)
        {
            RenamedFrom = RenamedFrom,
            Domain = Domain ?? name,
            TrustDomain = TrustDomain ?? Domain ?? name,
            Network = Network ?? name,
            Region = Region,
        };
}
