namespace MeshStack.Rendering.Records;

/// <summary>Finds the objects and releases among resources, and puts them to their clusters.</summary>
internal static class RecordingBuilder
{
    /// <summary>The recording of resources.</summary>
    /// <param name="resources">The resources by name and type, without objects and releases; providers of Kubernetes have the
    /// clusters.</param>
    /// <param name="outputs">The stack's outputs.</param>
    /// <param name="problems">Takes what two resources make.</param>
    public static Recording Build(
        IReadOnlyList<RecordedResource> resources,
        IReadOnlyDictionary<string, object?> outputs,
        ICollection<string> problems
    )
    {
        var objects = KubernetesObjects.From(resources);
        var releases = HelmReleases.From(resources);
        foreach (var problem in objects.Problems.Concat(releases.Problems))
        {
            problems.Add(problem);
        }

        var manifests = objects.Manifests.OfType<Manifest>().ToLookup(manifest => manifest.Cluster, StringComparer.Ordinal);
        var charts = releases.Releases.OfType<HelmRelease>().ToLookup(release => release.Cluster, StringComparer.Ordinal);
        return new Recording
        {
            Outputs = outputs,
            Resources = [.. resources.Select((resource, index) => Filled(resource, objects.Manifests[index], releases.Releases[index]))],
            Clusters =
            [
                .. resources
                    .Where(resource => resource is { Id.Type: PulumiTypes.KubernetesProvider, Cluster: not null })
                    .OrderBy(provider => provider.Cluster, StringComparer.Ordinal)
                    .ThenBy(provider => provider.Id, ResourceId.Order)
                    .Select(provider => new RecordedCluster
                    {
                        Name = provider.Cluster!,
                        Provider = provider.Id.Name,
                        Context = provider.Inputs.At("context") as string,
                        Manifests = [.. manifests[provider.Cluster!].Order(Manifest.Order)],
                        HelmReleases = [.. charts[provider.Cluster!].OrderBy(release => release.Reference, StringComparer.Ordinal)],
                    }),
            ],
        };
    }

    private static RecordedResource Filled(RecordedResource resource, Manifest? manifest, HelmRelease? release) =>
        (manifest, release) switch
        {
            ({ } made, _) => resource with { Manifest = made, Inputs = made.Body },
            (_, { } installed) => resource with { HelmRelease = installed },
            _ => resource,
        };
}
