using System.Collections.Immutable;

namespace MeshStack.Rendering.Records;

/// <summary>Which releases have to be installed before a release: those that its dependencies are, hold, or wait for themselves.</summary>
internal sealed class ReleaseNeeds
{
    private readonly Dictionary<ResourceId, RecordedResource> _resources = [];
    private readonly ILookup<ResourceId?, RecordedResource> _children;
    private readonly Dictionary<RecordedResource, HelmRelease> _releases;

    /// <param name="resources">Every resource.</param>
    /// <param name="releases">The releases among them.</param>
    public ReleaseNeeds(IReadOnlyList<RecordedResource> resources, Dictionary<RecordedResource, HelmRelease> releases)
    {
        _releases = releases;
        _children = resources.ToLookup(resource => resource.Parent);
        foreach (var resource in resources)
        {
            _resources.TryAdd(resource.Id, resource);
        }
    }

    /// <summary>The releases before one, as <c>namespace/name</c>.</summary>
    public ImmutableArray<string> Of(RecordedResource resource)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ResourceId> { resource.Id };
        var next = new Stack<RecordedResource>(Waits(resource));
        while (next.TryPop(out var current))
        {
            if (!seen.Add(current.Id))
            {
                continue;
            }

            if (_releases.TryGetValue(current, out var release))
            {
                if (release.Cluster == _releases[resource].Cluster)
                {
                    found.Add(release.Reference);
                }

                continue;
            }

            foreach (var wait in Waits(current).Concat(current.IsComponent ? _children[current.Id] : []))
            {
                next.Push(wait);
            }
        }

        return [.. found];
    }

    // A child is registered after its parent, so it waits for what its parents depend on too.
    private IEnumerable<RecordedResource> Waits(RecordedResource resource)
    {
        for (RecordedResource? current = resource; current is not null; current = Find(current.Parent))
        {
            foreach (var dependency in current.DependsOn.Concat(current.InputsFrom))
            {
                if (Find(dependency) is { } found)
                {
                    yield return found;
                }
            }
        }
    }

    private RecordedResource? Find(ResourceId? id) => id is { } known ? _resources.GetValueOrDefault(known) : null;
}
