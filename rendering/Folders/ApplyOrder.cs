namespace MeshStack.Rendering.Folders;

/// <summary>When each object and each Helm release of a recording can be applied: after everything that it waits for.</summary>
/// <remarks>
/// Objects have odd numbers and releases even ones, because kubectl and helmfile take turns. What waits for something of the same sort in
/// the
/// same cluster has the same number: kubectl applies namespaces first, and helmfile knows the needs of releases. What waits for another
/// cluster
/// has a greater number, so that clusters need not be told apart within one.
/// </remarks>
internal sealed class ApplyOrder
{
    private readonly Dictionary<ResourceId, RecordedResource> _resources;
    private readonly ILookup<ResourceId, RecordedResource> _children;
    private readonly Dictionary<ResourceId, Dictionary<Place, int>> _reached = [];
    private readonly Dictionary<Manifest, int> _objects = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Cluster, string Reference), int> _releases = [];
    private readonly Dictionary<ResourceId, int> _files = [];

    public ApplyOrder(Recording recording)
    {
        _resources = recording.Resources.ToDictionary(resource => resource.Id);
        _children = recording.Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!.Value);
        foreach (var resource in recording.Resources)
        {
            _ = Reach(resource.Id);
        }
    }

    /// <summary>The number of an object's step.</summary>
    public int StepOf(Manifest manifest) => _objects.GetValueOrDefault(manifest, 1);

    /// <summary>The number of a release's step.</summary>
    public int StepOf(HelmRelease release) => _releases.GetValueOrDefault((release.Cluster, release.Reference), 2);

    /// <summary>The number of the step of a file that the provider applies.</summary>
    public int StepOf(RecordedResource file) => _files.GetValueOrDefault(file.Id, 1);

    /// <summary>Whether a resource is a file of objects that kubectl can apply, of which the recording has only the place.</summary>
    public static string? FileOf(RecordedResource resource) =>
        resource is { IsOpaque: true, Cluster: not null }
        && resource.Id.Type is PulumiTypes.ConfigFile or "kubernetes:yaml:ConfigFile"
        && resource.Inputs.GetValueOrDefault("file") is string { Length: > 0 } file
            ? file
            : null;

    /// <summary>The highest step in each place that whoever waits for a resource waits for.</summary>
    private Dictionary<Place, int> Reach(ResourceId id)
    {
        if (_reached.TryGetValue(id, out var known))
        {
            return known;
        }

        // A cycle, which a real engine would refuse, ends here.
        _reached[id] = [];
        if (!_resources.TryGetValue(id, out var resource))
        {
            return [];
        }

        Dictionary<Place, int> waits = [];
        foreach (var other in Waits(resource))
        {
            foreach (var (place, step) in Reach(other))
            {
                waits[place] = Math.Max(step, waits.GetValueOrDefault(place));
            }
        }

        if (PlaceOf(resource) is { } own)
        {
            var step = waits.Select(wait => After(wait.Key, wait.Value, own)).Append(own.IsRelease ? 2 : 1).Max();
            Keep(resource, step);
            waits = new() { [own] = step };
        }

        return _reached[id] = waits;
    }

    // A child is registered after its parent, so it waits for what its parents depend on too; whoever depends on a component waits for all
    // of it.
    private IEnumerable<ResourceId> Waits(RecordedResource resource)
    {
        for (
            RecordedResource? current = resource;
            current is not null;
            current = current.Parent is { } parent ? _resources.GetValueOrDefault(parent) : null
        )
        {
            foreach (var dependency in current.DependsOn.Concat(current.InputsFrom))
            {
                yield return dependency;
            }
        }

        if (resource.IsComponent)
        {
            foreach (var child in _children[resource.Id])
            {
                yield return child.Id;
            }
        }
    }

    private void Keep(RecordedResource resource, int step)
    {
        if (resource.Manifest is { } manifest)
        {
            _objects[manifest] = step;
        }
        else if (resource.HelmRelease is { } release)
        {
            _releases[(release.Cluster, release.Reference)] = step;
        }
        else
        {
            _files[resource.Id] = step;
        }
    }

    private static Place? PlaceOf(RecordedResource resource) =>
        resource switch
        {
            { Cluster: { } cluster, Manifest: not null } => new(cluster, IsRelease: false),
            { Cluster: { } cluster, HelmRelease: not null } => new(cluster, IsRelease: true),
            { Cluster: { } cluster } when FileOf(resource) is not null => new(cluster, IsRelease: false),
            _ => null,
        };

    private static int After(Place place, int step, Place own) =>
        place == own ? step
        : place.IsRelease == own.IsRelease ? step + 2
        : step + 1;

    private readonly record struct Place(string Cluster, bool IsRelease);
}
