namespace MeshStack.Analysis.Config.Objects;

/// <summary>The secrets that let a control plane see another cluster.</summary>
/// <remarks>Source: istioctl/pkg/multicluster/remote_secret.go and pkg/kube/multicluster/secretcontroller.go of istio/istio.</remarks>
internal static class RemoteSecrets
{
    public const string Label = "istio/multiCluster";

    public static bool Is(Manifest secret) => secret.Labels()[Label].Scalar() == "true";

    /// <summary>Those that the istiods of a cluster read: each the ones of its own namespace.</summary>
    /// <param name="secrets">The secrets of the cluster.</param>
    /// <param name="namespaces">Where istiods run; none where nothing shows one.</param>
    /// <param name="root">The mesh's root namespace.</param>
    public static IEnumerable<Manifest> Read(IEnumerable<Manifest> secrets, IReadOnlySet<string> namespaces, string root) =>
        secrets.Where(secret =>
            Is(secret)
            && (secret.Namespace ?? "default") is var ns
            && (namespaces.Count > 0 ? namespaces.Contains(ns) : ns == root || ns == IstioNames.SystemNamespace)
        );

    public static IEnumerable<string> ClustersOf(Manifest secret)
    {
        if (!Is(secret))
        {
            return [];
        }

        var body = Field.From(secret.Body);
        string[] keys =
        [
            .. body["data"].Entries.Concat(body["stringData"].Entries).Select(entry => entry.Name).Distinct(StringComparer.Ordinal),
        ];
        return keys.Length > 0 ? keys : new[] { secret.Annotations()["networking.istio.io/cluster"].Text }.OfType<string>();
    }
}
