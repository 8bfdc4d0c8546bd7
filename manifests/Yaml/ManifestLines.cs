namespace MeshStack.Manifests;

/// <summary>The lines on which the values of manifests stand, found by reading their text a second time.</summary>
internal sealed class ManifestLines
{
    private readonly string _file;
    private readonly Dictionary<int, YamlValue> _roots = [];
    private readonly Dictionary<int, LineIndex> _indexes = [];

    private ManifestLines(string file) => _file = file;

    public static ManifestLines Read(string text, string file)
    {
        var lines = new ManifestLines(file);
        foreach (var document in YamlReader.Read(text, YamlLimits.Manifests))
        {
            lines.Add(document.Root);
        }

        return lines;
    }

    /// <summary>The place of a path within the manifest that begins on a line, or of what stands nearest above it.</summary>
    public SourceLocation Find(int line, string path)
    {
        if (!_indexes.TryGetValue(line, out var index))
        {
            _indexes[line] = index = new LineIndex(new SourceLocation(_file, line));
            if (_roots.TryGetValue(line, out var root))
            {
                Add(index, "", root);
            }
        }

        return index.Find(path);
    }

    private void Add(YamlValue? root)
    {
        if (root is not YamlMap map)
        {
            return;
        }

        if (map.Find("items") is YamlList list)
        {
            foreach (var item in list.Items)
            {
                Add(item);
            }
        }

        _roots.TryAdd(map.Entries is [var first, ..] ? first.Key.Line : map.Line, map);
    }

    private void Add(LineIndex index, string path, YamlValue value)
    {
        switch (value)
        {
            case YamlMap map:
                foreach (var (key, entry) in map.Entries)
                {
                    if (key is YamlScalar name)
                    {
                        var below = FieldPath.Append(path, name.Text);
                        index.Add(below, new SourceLocation(_file, name.Line));
                        Add(index, below, entry);
                    }
                }

                break;
            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var below = FieldPath.Append(path, i);
                    index.Add(below, new SourceLocation(_file, list.Items[i].Line));
                    Add(index, below, list.Items[i]);
                }

                break;
        }
    }
}
