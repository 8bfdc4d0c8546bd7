namespace MeshStack.Preview.Checks;

/// <summary>What the API servers of a stack's clusters would reject or drop, by the definitions of the Istio that each has.</summary>
internal static class SchemaChecks
{
    public static IReadOnlyList<Finding> Check(ComposedMesh composed)
    {
        var versions = composed.Facts.Clusters.ToDictionary(
            cluster => cluster.Key,
            cluster => Definitions(cluster.Value),
            StringComparer.Ordinal
        );
        return
        [
            .. composed
                .Recording.Manifests.AsParallel()
                .AsOrdered()
                .SelectMany(manifest => Check(manifest, versions.GetValueOrDefault(manifest.Cluster, [])))
                .AsSequential()
                .Order(Finding.Order),
        ];
    }

    // While two revisions run, an object has to be right for both; what neither takes is said of the newer.
    private static IReadOnlyList<IstioCrds> Definitions(PlannedCluster cluster) =>
        [.. cluster.Versions.OrderByDescending(Version.Parse).Select(IstioCrds.For).Distinct()];

    private static IEnumerable<Finding> Check(Manifest manifest, IReadOnlyList<IstioCrds> definitions) =>
        definitions
            .SelectMany(crds => crds.Validate(manifest))
            .DistinctBy(error => (error.Path, error.IsUnknownField ? "" : error.Message))
            .Select(error => error.In(manifest))
            .Concat(definitions.SelectMany(crds => SidecarExclusions.Check(manifest, crds)).Distinct());
}
