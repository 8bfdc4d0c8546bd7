namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>The files of a project in a folder of its own. They are written once a program is to read them: a definition that is changed
/// in ten places is one write per file.</summary>
internal sealed class ProjectFiles : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("meshstack-").FullName;
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <summary>Their paths from the folder on.</summary>
    public IReadOnlyList<string> Names => [.. _texts.Keys];

    /// <summary>All of them as one text.</summary>
    public string All => string.Join('\0', _texts.Select(f => f.Key + '\0' + f.Value));

    /// <summary>The text of a file, which has to be there to be read.</summary>
    public string this[string file]
    {
        get => _texts[file];
        set => _texts[file] = value;
    }

    public void Delete(string file) => Assert.True(_texts.Remove(file), file);

    /// <summary>Takes the files of another project in place of its own.</summary>
    public void CopyFrom(ProjectFiles other)
    {
        _texts.Clear();
        foreach (var (file, text) in other._texts)
        {
            _texts[file] = text;
        }
    }

    /// <summary>The folder, with the files as they are now.</summary>
    public string Write()
    {
        foreach (var file in _written.Keys.Where(f => !_texts.ContainsKey(f)).ToList())
        {
            File.Delete(Path.Combine(_root, file));
            _written.Remove(file);
        }

        foreach (var (file, text) in _texts.Where(f => _written.GetValueOrDefault(f.Key) != f.Value))
        {
            var path = Path.Combine(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            _written[file] = text;
        }

        return _root;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
