namespace MeshStack.Rendering.Folders;

/// <summary>What is applied to one cluster at one time, by kubectl or by helmfile.</summary>
/// <param name="Number">Its number: steps of the same number, in different clusters, can be applied in any order.</param>
/// <param name="Cluster">The cluster.</param>
internal sealed record RenderingStep(int Number, RecordedCluster Cluster)
{
    /// <summary>Objects that can be applied as they are.</summary>
    public IReadOnlyList<Manifest> Objects { get; init; } = [];

    /// <summary>Objects that hold secrets, or values that only the clusters or the configuration know.</summary>
    public IReadOnlyList<Manifest> Incomplete { get; init; } = [];

    /// <summary>Files of objects by path or URL, of which nothing more is known.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Helm releases; then there are no objects.</summary>
    public IReadOnlyList<HelmRelease> Releases { get; init; } = [];

    /// <summary>The steps of a recording, in the order in which they are applied.</summary>
    public static IReadOnlyList<RenderingStep> Of(Recording recording)
    {
        var order = new ApplyOrder(recording);
        var files = recording
            .Resources.Where(resource => ApplyOrder.FileOf(resource) is not null)
            .ToLookup(resource => resource.Cluster!, StringComparer.Ordinal);
        var steps = recording
            .Clusters.SelectMany(cluster => Of(cluster, order, [.. files[cluster.Name]]))
            .OrderBy(step => step.Number)
            .ToList();

        // Nobody should look for a step that is not there.
        var numbers = steps.Select(step => step.Number).Distinct().ToList();
        return [.. steps.Select(step => step with { Number = numbers.IndexOf(step.Number) + 1 })];
    }

    private static IEnumerable<RenderingStep> Of(RecordedCluster cluster, ApplyOrder order, IReadOnlyList<RecordedResource> files)
    {
        var objects = cluster.Manifests.ToLookup(order.StepOf);
        var releases = cluster.HelmReleases.ToLookup(order.StepOf);
        var fetched = files.ToLookup(order.StepOf, file => ApplyOrder.FileOf(file)!);
        foreach (
            var number in objects
                .Select(group => group.Key)
                .Concat(releases.Select(group => group.Key))
                .Concat(fetched.Select(group => group.Key))
                .Distinct()
                .Order()
        )
        {
            var incomplete = objects[number].ToLookup(manifest => OpenValue.In(manifest.Body).Any());
            yield return new RenderingStep(number, cluster)
            {
                Objects = [.. incomplete[false]],
                Incomplete = [.. incomplete[true]],
                Files = [.. fetched[number].Order(StringComparer.Ordinal)],
                Releases = [.. releases[number]],
            };
        }
    }
}
