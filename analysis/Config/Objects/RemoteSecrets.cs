namespace MeshStack.Analysis.Config.Objects;

/// <summary>The secrets that let a control plane see another cluster.</summary>
/// <remarks>Source: istioctl/pkg/multicluster/remote_secret.go and pkg/kube/multicluster/secretcontroller.go of istio/istio.</remarks>
internal static class RemoteSecrets
{
    public const string Label = "istio/multiCluster";

    public static bool Is(Manifest secret) => secret.Labels()[Label].Scalar() == "true";

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
