using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>
/// Masks that leave nothing of a cluster known: its network, where its objects stand, which clusters it sees, which mesh configuration
/// counts.
/// </summary>
internal sealed class UnreadableCluster(ClusterObjects objects, ClusterMasks masks, MeshConfiguration mesh)
{
    private const string Labels = "metadata labels";

    /// <param name="manifests">The objects.</param>
    /// <param name="releases">The Helm releases.</param>
    /// <param name="revisions">How many revisions of istiod are configured.</param>
    public Unreadable? Find(IReadOnlyList<Manifest> manifests, IReadOnlyList<ChartRelease> releases, int revisions) =>
        mesh.HiddenNetwork
        ?? (
            revisions > 1
                ? objects
                    .Of("IstioOperator")
                    .Concat(objects.Of("sailoperator.io/Istio"))
                    .Select(source => masks.Of(source)?.Hiding("metadata name", "spec revision"))
                    .FirstHidden()
                : null
        )
        ?? manifests.Select(OfPlace).FirstHidden()
        ?? objects.Of("Namespace").Select(ns => OfNamespace(ns, revisions)).FirstHidden()
        ?? objects.Of("Secret").Select(OfSecret).FirstHidden()
        ?? objects.Of("ConfigMap").Select(OfConfigMap).FirstHidden()
        ?? releases.Select(OfRelease).FirstHidden();

    // What an object is and where it stands; other objects hide less by their names.
    private Unreadable? OfPlace(Manifest manifest) =>
        Mask.IsIn(manifest.Kind) ? Unreadable.From(manifest, "kind")
        : Mask.IsIn(manifest.ApiVersion) ? Unreadable.From(manifest, "apiVersion")
        : masks.Of(manifest) is not { Unread: not null } masked ? null
        : Mask.IsIn(manifest.Namespace) ? masked.Hiding("metadata namespace")
        : manifest is { Group.Length: 0, Kind: "Service" or "Namespace" } && Mask.IsIn(manifest.Name) ? masked.Hiding("metadata name")
        : null;

    private Unreadable? OfNamespace(Manifest ns, int revisions)
    {
        if (masks.Of(ns) is not { } masked)
        {
            return null;
        }

        string[] asked =
        [
            .. revisions > 1 ? [$"{Labels} istio.io/rev", $"{Labels} istio-injection"] : Array.Empty<string>(),
            .. ns.Name == mesh.RootNamespace
                ? [$"{Labels} {MeshConfigurationReader.NetworkLabel}", "metadata annotations topology.istio.io/controlPlaneClusters"]
                : Array.Empty<string>(),
            .. mesh.DiscoverySelectors.SelectMany(selector => selector.Keys).Select(key => $"{Labels} {key}"),
        ];
        return masked.Hiding(asked);
    }

    private Unreadable? OfSecret(Manifest secret) =>
        masks.Of(secret) is not { } masked
            ? null
            : masked.Hiding($"{Labels} {RemoteSecrets.Label}")
                ?? (
                    RemoteSecrets.Is(secret)
                        ? masked.Hiding("data", "stringData", "metadata annotations networking.istio.io/cluster")
                        : null
                );

    private Unreadable? OfConfigMap(Manifest map)
    {
        if (masks.Of(map) is not { } masked)
        {
            return null;
        }

        var data = Field.From(map.Body)["data"];
        return Mask.IsIn(map.Name)
            ? data.Text is not null || data["mesh"].Exists || data["values"].Exists
                ? masked.Hiding("metadata name")
                : null
            : map.Name == "istio" || map.Name.StartsWith("istio-", StringComparison.Ordinal)
                ? masked.Hiding("data mesh")
                : null;
    }

    private static Unreadable? OfRelease(ChartRelease release) =>
        Mask.IsIn(release.Chart) ? Unreadable.From(release, "chart")
        : Mask.IsIn(release.Namespace) && (release.IsControlPlane || release.IsGateway) ? Unreadable.From(release, "namespace")
        : release.IsGateway && Mask.IsIn(GatewayReleases.NameOf(release)) ? Unreadable.From(release, "name")
        : null;
}
