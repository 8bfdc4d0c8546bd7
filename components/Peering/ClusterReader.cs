using System.Collections.Immutable;
using System.Text;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>The token by which istiod of other clusters reads this cluster's API server, and the secrets that hand it over.</summary>
/// <remarks>https://istio.io/latest/docs/reference/commands/istioctl/#istioctl-create-remote-secret.</remarks>
internal sealed class ClusterReader
{
    // Made by the chart base; its rights come with the chart istiod.
    private const string Reader = "istio-reader-service-account";

    private readonly ControlPlane _cluster;
    private readonly Secret _token;
    private readonly Output<string> _kubeconfig;

    /// <summary>Asks for a token that does not expire.</summary>
    /// <param name="cluster">The cluster that is read.</param>
    /// <param name="apiServer">Where pods of other clusters reach its API server.</param>
    /// <param name="parent">The component that makes the token.</param>
    /// <param name="account">Service account that the token is of.</param>
    public ClusterReader(ControlPlane cluster, string apiServer, Resource parent, string account = Reader)
    {
        _cluster = cluster;
        _token = new Secret(
            $"{cluster.Cluster.Name}-reader-token",
            new SecretArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    Name = account + "-istio-remote-secret-token",
                    Namespace = cluster.SystemNamespace,
                    Annotations = new Dictionary<string, string> { ["kubernetes.io/service-account.name"] = account },
                },
                Type = "kubernetes.io/service-account-token",
            },
            cluster.Owned(parent));
        _kubeconfig = Output.CreateSecret(_token.Data.Apply(data => KubeconfigOf(data, apiServer)));
    }

    /// <summary>The secret by which the istiod of <paramref name="reader"/> gets to know the cluster.</summary>
    public Secret RemoteSecret(ControlPlane reader, Resource parent) => Hand(
        reader,
        parent,
        $"{_cluster.Cluster.Name}-in-{reader.Cluster.Name}",
        new ObjectMetaArgs
        {
            Name = "istio-remote-secret-" + _cluster.Cluster.Name,
            Namespace = reader.SystemNamespace,
            Annotations = new Dictionary<string, string> { ["networking.istio.io/cluster"] = _cluster.Cluster.Name },
            Labels = new Dictionary<string, string> { ["istio/multiCluster"] = "true" },
        },
        _cluster.Cluster.Name);

    /// <summary>The secret by which an istiod takes the cluster for its own: configuration and services are read there.</summary>
    /// <remarks>Without the label of remote secrets, which would have the cluster read a second time under the name of the key.</remarks>
    public Secret ConfigSecret(ControlPlane reader, Resource parent) => Hand(
        reader,
        parent,
        $"{_cluster.Cluster.Name}-config-in-{reader.Cluster.Name}",
        new ObjectMetaArgs
        {
            Name = "istio-kubeconfig",
            Namespace = reader.SystemNamespace,
            Annotations = new Dictionary<string, string> { ["networking.istio.io/cluster"] = _cluster.Cluster.Name },
        },
        "config");

    private Secret Hand(ControlPlane reader, Resource parent, string name, ObjectMetaArgs metadata, string key) => new(
        name,
        new SecretArgs { Metadata = metadata, StringData = { [key] = _kubeconfig } },
        reader.Owned(parent, _token));

    private string KubeconfigOf(ImmutableDictionary<string, string> data, string apiServer)
        => Kubeconfig.Of(_cluster.Cluster.Name, apiServer, Of(data, "ca.crt"), Encoding.UTF8.GetString(Convert.FromBase64String(Of(data, "token"))));

    private string Of(ImmutableDictionary<string, string>? data, string key) => data?.GetValueOrDefault(key)
        ?? throw new ResourceException($"the token secret of {_cluster.Cluster.Name} has no {key} yet: its controller fills it in; run the update again", _token, hideStack: true);
}
