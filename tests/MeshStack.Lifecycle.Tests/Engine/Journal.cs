namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The state while an update is under way: what was done, and of what was there before the rest.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/backend/snapshot.go.</remarks>
internal sealed class Journal
{
    private readonly ResourceState[] _olds;
    private readonly bool[] _done;
    private readonly List<ResourceState> _news = [];
    private readonly Dictionary<string, int> _newByUrn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _oldByUrn = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PendingOperation> _before;
    private PendingOperation? _pending;

    public Journal(Snapshot snapshot)
    {
        _olds = [.. snapshot.Resources];
        _done = new bool[_olds.Length];

        // That something was perhaps created stays known until somebody says what became of it.
        _before = [.. snapshot.PendingOperations.Where(o => o.Type == PendingOperationType.Creating)];
        foreach (var (index, old) in _olds.Index().Where(o => !o.Item.Delete))
        {
            _oldByUrn[old.Urn] = index;
        }
    }

    /// <summary>The resources of before, in their order; a replaced one is marked for deletion.</summary>
    public IReadOnlyList<ResourceState> Olds => _olds;

    public int? OldIndex(string urn) => _oldByUrn.TryGetValue(urn, out var index) ? index : null;

    public ResourceState? New(string urn) => _newByUrn.TryGetValue(urn, out var index) ? _news[index] : null;

    public bool IsDone(int old) => _done[old];

    /// <summary>Takes note of what begins, in case its end is never heard of.</summary>
    public void Begin(ResourceState resource, PendingOperationType type) => _pending = new(resource, type);

    public void End() => _pending = null;

    /// <summary>Writes a resource down, in place of an old one or not.</summary>
    public void Write(ResourceState resource, int? old = null)
    {
        if (old is { } index)
        {
            _done[index] = true;
        }

        _newByUrn[resource.Urn] = _news.Count;
        _news.Add(resource);
    }

    /// <summary>Takes the last one back, which made the state invalid: such a state is not written.</summary>
    public void TakeBack()
    {
        _newByUrn.Remove(_news[^1].Urn);
        _news.RemoveAt(_news.Count - 1);
    }

    /// <summary>Changes what an old one is known as, such as that it waits for its deletion.</summary>
    public void Mark(int old, Func<ResourceState, ResourceState> change) => _olds[old] = change(_olds[old]);

    /// <summary>Takes an old one out.</summary>
    public void Remove(int old) => _done[old] = true;

    public void SetOutputs(string urn, PropertyMap outputs)
    {
        if (_newByUrn.TryGetValue(urn, out var index))
        {
            _news[index] = _news[index] with { Outputs = outputs };
        }
    }

    /// <summary>The state as it is written now.</summary>
    public Snapshot ToSnapshot(IReadOnlyDictionary<string, string> renamed)
    {
        var resources = _news.Concat(_olds.Where((_, index) => !_done[index]));
        var pending = _pending is { } operation ? _before.Add(operation) : _before;
        return new([.. renamed.Count == 0 ? resources : resources.Select(Renamed)], pending);

        ResourceState Renamed(ResourceState resource) =>
            resource with
            {
                Parent = Now(resource.Parent),
                DeletedWith = Now(resource.DeletedWith),
                Dependencies = [.. resource.Dependencies.Select(d => Now(d)!)],
                Provider = resource.Provider is { } provider
                    ? Now(ResourceState.UrnOf(provider)) + provider[ResourceState.UrnOf(provider).Length..]
                    : null,
            };

        // What is not written down yet has the name that it had.
        string? Now(string? urn) => urn is not null && renamed.TryGetValue(urn, out var now) && _newByUrn.ContainsKey(now) ? now : urn;
    }
}
