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

    /// <summary>Whether an update goes on without this cluster while it cannot be reached.</summary>
    /// <value>Defaults to false: an unreachable cluster fails the update.</value>
    [Input("skipUpdateUnreachable")]
    public bool SkipUpdateUnreachable { get; set; }
}
