namespace MeshStack.Manifests;

/// <summary>Gathers the entries of a mapping; no text is a key twice, but for merge keys.</summary>
internal sealed class YamlEntries
{
    // Most mappings are small, and to look at a few keys costs less than a set of them.
    private const int Few = 8;

    private readonly List<YamlEntry> _entries = [];
    private HashSet<string>? _names;

    public List<YamlEntry> All => _entries;

    /// <summary>Whether the key was new; an entry whose key is not is left out.</summary>
    public bool TryAdd(YamlEntry entry)
    {
        if (Name(entry) is { } name && !IsNew(name))
        {
            return false;
        }

        _entries.Add(entry);
        return true;
    }

    private bool IsNew(string name)
    {
        if (_entries.Count >= Few)
        {
            _names ??= [.. _entries.Select(Name).OfType<string>()];
            return _names.Add(name);
        }

        foreach (var entry in _entries)
        {
            if (Name(entry) == name)
            {
                return false;
            }
        }

        return true;
    }

    private static string? Name(YamlEntry entry) => entry.Key is YamlScalar { IsMergeKey: false } key ? key.Text : null;
}
