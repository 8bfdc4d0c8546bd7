namespace MeshStack.Rendering.Records;

/// <summary>The Helm releases among the resources.</summary>
internal sealed class HelmReleases
{
    private readonly HelmRelease?[] _releases;
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    private HelmReleases(int count) => _releases = new HelmRelease?[count];

    /// <summary>The releases, each at the place of its resource.</summary>
    public IReadOnlyList<HelmRelease?> Releases => _releases;

    /// <summary>Releases that two resources make.</summary>
    public IEnumerable<string> Problems => _problems;

    public static HelmReleases From(IReadOnlyList<RecordedResource> resources)
    {
        var found = new HelmReleases(resources.Count);
        found.Add(resources);
        return found;
    }

    private void Add(IReadOnlyList<RecordedResource> resources)
    {
        var owners = new Dictionary<(string Cluster, string Reference), RecordedResource>();
        var byResource = new Dictionary<RecordedResource, HelmRelease>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < resources.Count; index++)
        {
            var resource = resources[index];
            if (
                resource
                is not { IsRead: false, IsComponent: false, Id.Type: PulumiTypes.HelmRelease, Cluster: { } cluster, Inputs.Count: > 0 }
            )
            {
                continue;
            }

            var release = Release(resource, cluster);
            _releases[index] = release;
            byResource.Add(resource, release);
            if (!owners.TryAdd((cluster, release.Reference), resource))
            {
                var first = owners[(cluster, release.Reference)];
                _problems.Add(
                    $"Helm release {release.Reference} of cluster '{cluster}' is registered twice, as '{first.Id.Name}' and as "
                        + $"'{resource.Id.Name}'"
                );
            }
        }

        var needs = new ReleaseNeeds(resources, byResource);
        for (var index = 0; index < resources.Count; index++)
        {
            if (_releases[index] is { } release)
            {
                _releases[index] = release with { Needs = needs.Of(resources[index]) };
            }
        }
    }

    private static HelmRelease Release(RecordedResource resource, string cluster)
    {
        var inputs = resource.Inputs;
        return new()
        {
            Cluster = cluster,
            Name = inputs.At("name") as string ?? Placeholder.Of(cluster, resource.Id.Name, "name"),
            Namespace = inputs.At("namespace") as string ?? "default",
            Chart = inputs.At("chart") as string ?? "",
            Version = inputs.At("version") as string,
            Repository = inputs.At("repositoryOpts", "repo") as string,
            Values = inputs.At("values") as ObjectMap ?? ObjectMap.Empty,
            CreateNamespace = inputs.At("createNamespace") is true,
            Atomic = inputs.At("atomic") is true,
            SkipAwait = inputs.At("skipAwait") is true,
            SkipCrds = inputs.At("skipCrds") is true,
            Timeout = inputs.At("timeout") as long?,
        };
    }
}
