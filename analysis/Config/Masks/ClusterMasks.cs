using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>The objects of one cluster that have masks, found once.</summary>
internal sealed class ClusterMasks
{
    private readonly Dictionary<Manifest, MaskedObject> _objects = new(ReferenceEqualityComparer.Instance);

    public ClusterMasks(IEnumerable<Manifest> manifests)
    {
        foreach (var manifest in manifests)
        {
            if (MaskedObject.From(manifest) is { } masked)
            {
                _objects[manifest] = masked;
            }
        }
    }

    /// <summary>Leaves nothing of an object known, for the sake of a part of it; what masks hide of it stays hidden.</summary>
    public void Hide(Manifest manifest, Unreadable why, string path = "") => _objects.TryAdd(manifest, MaskedObject.As(why, path));

    /// <summary>The masks of an object; null for one without.</summary>
    public MaskedObject? Of(Manifest manifest) => _objects.Count == 0 ? null : _objects.GetValueOrDefault(manifest);

    /// <summary>True where nothing is known of some object.</summary>
    public bool HaveUnread => _objects.Values.Any(masked => masked.Unread is not null);

    /// <summary>What hides the first object of a kind; null where all are read.</summary>
    public Unreadable? OfKinds(params IReadOnlyList<string> kinds) =>
        _objects
            .Where(one => one.Value.Unread is not null && kinds.Contains(ClusterObjects.KindOf(one.Key)))
            .OrderBy(one => one.Key, Manifest.Order)
            .Select(one => one.Value.Unread)
            .FirstOrDefault();
}
