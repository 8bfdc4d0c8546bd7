using Pulumi;

namespace MeshStack;

/// <summary>How one Kubernetes cluster is reached, and who it is in the mesh.</summary>
public sealed class MeshClusterArgs : ResourceArgs
{
    /// <summary>Context of the kubeconfig that reaches the cluster.</summary>
    /// <value>Defaults to the current context of <see cref="KubeConfig"/>; one of the two is required.</value>
    [Input("context")]
    public string? Context { get; set; }

    /// <summary>Contents or path of a kubeconfig; give its contents as a secret.</summary>
    /// <value>Defaults to the kubeconfig of the environment.</value>
    [Input("kubeConfig")]
    public Input<string>? KubeConfig { get; set; }

    /// <summary>Network of the cluster's pods: two clusters share one when their pods reach each other directly.</summary>
    /// <value>Defaults to the cluster's name.</value>
    [Input("network")]
    public string? Network { get; set; }

    /// <summary>SPIFFE trust domain of the cluster's workloads, the first part of every principal.</summary>
    /// <value>Defaults to <see cref="Domain"/>. Clusters that share one share their identities too.</value>
    [Input("trustDomain")]
    public string? TrustDomain { get; set; }

    /// <summary>DNS suffix under which other clusters see this cluster's services: <c>service.namespace.DOMAIN</c>.</summary>
    /// <value>Defaults to the cluster's name.</value>
    [Input("domain")]
    public string? Domain { get; set; }

    /// <summary>Address of the cluster's API server as pods of other clusters reach it, for example <c>https://10.0.0.1:6443</c>.</summary>
    /// <value>Required where istiod of another cluster reads this one's endpoints: the kubeconfig's address may be good for this machine
    /// only.</value>
    [Input("apiServer")]
    public string? ApiServer { get; set; }

    /// <summary>Region that the cluster is in.</summary>
    /// <value>Defaults to none.</value>
    [Input("region")]
    public string? Region { get; set; }

    /// <summary>Name that the cluster had before: what is in the stack under that name is kept.</summary>
    /// <value>Defaults to none: it was not renamed.</value>
    [Input("renamedFrom")]
    public string? RenamedFrom { get; set; }

    /// <summary>Which cluster this is, whatever name, context or kubeconfig leads to it: another identity is another cluster, on which
    /// everything is made anew.</summary>
    /// <value>Defaults to <see cref="RenamedFrom"/>, else to the cluster's name.</value>
    [Input("clusterIdentifier")]
    public string? ClusterIdentifier { get; set; }

    /// <summary>Whether an update takes over objects that are in the cluster and not in the stack, as after one that was killed.</summary>
    /// <value>Defaults to false: an object that is there already fails the update.</value>
    [Input("adoptExisting")]
    public bool AdoptExisting { get; set; }

    /// <summary>Whether an update goes on without this cluster while it cannot be reached.</summary>
    /// <value>Defaults to false: an unreachable cluster fails the update.</value>
    [Input("skipUpdateUnreachable")]
    public bool SkipUpdateUnreachable { get; set; }
}
