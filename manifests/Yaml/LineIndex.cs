namespace MeshStack.Manifests;

/// <summary>Where the paths of a document stand, so that what is found out later can still be pointed at.</summary>
internal sealed class LineIndex(SourceLocation start)
{
    private readonly Dictionary<string, SourceLocation> _locations = new(StringComparer.Ordinal);

    /// <summary>The document's first line.</summary>
    public SourceLocation Start { get; } = start;

    /// <summary>The paths of everything below a path, in the order in which it stands there.</summary>
    public IEnumerable<string> Below(string path) => _locations.Keys.Where(p => p.StartsWith(path + ".", StringComparison.Ordinal));

    public void Add(string path, SourceLocation location) => _locations.TryAdd(path, location);

    public bool Has(string path) => _locations.ContainsKey(path);

    /// <summary>The location of a path, or of its nearest ancestor that is there.</summary>
    public SourceLocation Find(string path) => _locations.GetValueOrDefault(Known(path), Start);

    /// <summary>The path, or its nearest ancestor that is there; empty where none is.</summary>
    public string Known(string path)
    {
        while (path.Length > 0 && !_locations.ContainsKey(path))
        {
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return path;
    }
}
