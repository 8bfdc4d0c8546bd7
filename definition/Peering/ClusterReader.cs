using System.Text;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The account by which other clusters' control planes read a cluster, and the secrets that hand it to them.</summary>
internal sealed class ClusterReader
{
    // Made by the chart base; its rights come with the chart istiod.
    private const string Reader = "istio-reader-service-account";

    private readonly PlannedScope _scope;
    private readonly ControlPlaneModel _cluster;
    private readonly ResourceId _token;
    private readonly TextValue _kubeconfig;

    /// <summary>Plans the account's token.</summary>
    /// <param name="scope">The component that makes it.</param>
    /// <param name="cluster">The cluster that is read.</param>
    /// <param name="apiServer">Where its API server is reached.</param>
    /// <param name="account">The account.</param>
    public ClusterReader(PlannedScope scope, ControlPlaneModel cluster, string apiServer, string account = Reader)
    {
        (_scope, _cluster) = (scope, cluster);
        var name = cluster.Cluster.Name;
        _token = scope.Secret(
            cluster.Cluster.LogicalName + "-reader-token",
            cluster,
            [],
            Metadata.Of(
                account + "-istio-remote-secret-token",
                cluster.SystemNamespace,
                annotations: new Dictionary<string, string> { ["kubernetes.io/service-account.name"] = account }
            ),
            data: null,
            "kubernetes.io/service-account-token"
        );
        var (ca, token) = (
            new LateValue($"{name}.reader.ca.crt") { IsSecret = true },
            new LateValue($"{name}.reader.token") { IsSecret = true }
        );
        scope.Plan.Change(_token, made => made with { Provides = Empty.Map<LateValue>().Add("data.ca.crt", ca).Add("data.token", token) });
        _kubeconfig = TextValue.From([ca, token], parts => Kubeconfig.Of(name, apiServer, parts[0], Decoded(parts[1])));
    }

    /// <summary>Lets another cluster's control plane read this one.</summary>
    public ResourceId RemoteSecret(ControlPlaneModel reader) =>
        Hand(
            reader,
            _cluster.Cluster.LogicalName + "-in-" + reader.Cluster.LogicalName,
            "istio-remote-secret-" + _cluster.Cluster.Name,
            new Dictionary<string, string> { ["istio/multiCluster"] = "true" },
            _cluster.Cluster.Name
        );

    /// <summary>Lets the istiod that another cluster hosts read its configuration here.</summary>
    public ResourceId ConfigSecret(ControlPlaneModel reader) =>
        Hand(reader, _cluster.Cluster.LogicalName + "-config-in-" + reader.Cluster.LogicalName, "istio-kubeconfig", labels: null, "config");

    private ResourceId Hand(
        ControlPlaneModel reader,
        LogicalName logical,
        string name,
        IReadOnlyDictionary<string, string>? labels,
        string key
    )
    {
        var annotations = new Dictionary<string, string> { ["networking.istio.io/cluster"] = _cluster.Cluster.Name };
        var data = Empty.Map<object>().Add(key, _kubeconfig);
        return _scope.Secret(logical, reader, [_token], Metadata.Of(name, reader.SystemNamespace, labels, annotations), data);
    }

    // The API server hands out the token in Base64; what stands for one that comes later is none.
    private static string Decoded(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : token;
    }
}
