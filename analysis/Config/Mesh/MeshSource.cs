using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>An object that configures the mesh of one revision of istiod.</summary>
/// <param name="Object">The object.</param>
/// <param name="Revision">The revision; empty for the default one.</param>
/// <param name="Mesh">The mesh configuration.</param>
/// <param name="Network">The network that it names, if any.</param>
internal sealed record MeshSource(Manifest Object, string Revision, MeshLayer Mesh, string? Network)
{
    private const string Default = "default";
    private const string InValues = "spec values global network";

    /// <summary>The sources of a cluster, the ConfigMaps that istiod itself reads last.</summary>
    public static IReadOnlyList<MeshSource> Of(ClusterObjects objects, ClusterMasks masks, Func<Manifest, Field> meshOf) =>
        [
            .. objects
                .Of("IstioOperator")
                .Select(operation => new MeshSource(
                    operation,
                    operation.Spec["revision"].Text ?? "",
                    new(operation.Spec["meshConfig"], masks.Of(operation), "spec meshConfig", InValues),
                    operation.Spec["values"]["global"]["network"].Text
                )),
            .. objects
                .Of("sailoperator.io/Istio")
                .Select(istio => new MeshSource(
                    istio,
                    istio.Name == Default ? "" : istio.Name,
                    new(istio.Spec["values"]["meshConfig"], masks.Of(istio), "spec values meshConfig", InValues),
                    istio.Spec["values"]["global"]["network"].Text
                )),
            // A mask in the text leaves nothing of the cluster known.
            .. objects
                .Of("ConfigMap")
                .Where(IsMeshConfig)
                .Select(map => new MeshSource(map, RevisionOf(map), new(meshOf(map), null, "", ""), null)),
        ];

    /// <summary>The sources of the revision that namespaces use; all that there are where they are of one revision.</summary>
    /// <returns>Several revisions where nothing says which one counts.</returns>
    public static IReadOnlyList<IGrouping<string, MeshSource>> InUse(
        IReadOnlyList<MeshSource> sources,
        IEnumerable<IReadOnlyDictionary<string, string>> namespaces
    )
    {
        IGrouping<string, MeshSource>[] revisions =
        [
            .. sources.GroupBy(source => source.Revision, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal),
        ];
        var used = namespaces.Select(RevisionOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        IGrouping<string, MeshSource>[] chosen = [.. revisions.Where(revision => used.Contains(revision.Key))];
        return revisions.Length < 2 ? revisions
            : chosen.Length > 0 ? chosen
            : revisions[0].Key.Length == 0 ? [revisions[0]]
            : revisions;
    }

    /// <summary>The revision whose mesh configuration a ConfigMap has.</summary>
    public static string RevisionOf(Manifest map) => map.Name == "istio" ? "" : map.Name["istio-".Length..];

    /// <summary>True for a ConfigMap that istiod reads the mesh configuration from.</summary>
    public static bool IsMeshConfig(Manifest map) =>
        (map.Name == "istio" || map.Name.StartsWith("istio-", StringComparison.Ordinal)) && Field.From(map.Body)["data"]["mesh"].Exists;

    private static string? RevisionOf(IReadOnlyDictionary<string, string> labels) =>
        labels.GetValueOrDefault("istio-injection") == "enabled" ? ""
        : labels.GetValueOrDefault("istio.io/rev") is { } revision
            ? revision == Default ? ""
                : revision
        : null;
}
