namespace MeshStack.Manifests;

/// <summary>A mapping, in the order of the text; merge keys are entries like others, and no other text is a key twice.</summary>
internal sealed class YamlMap : YamlValue
{
    public YamlMap(List<YamlEntry> entries, int line, int column)
        : base(line, column)
    {
        Entries = entries;
        var (height, size) = (0, 1L);
        foreach (var (key, value) in entries)
        {
            (height, size) = (Math.Max(height, Math.Max(key.Height, value.Height)), size + key.Size + value.Size);
        }

        (Height, Size) = (height + 1, size);
    }

    public IReadOnlyList<YamlEntry> Entries { get; }

    public override int Height { get; }

    public override long Size { get; }

    /// <summary>The value of a key; null where there is none.</summary>
    public YamlValue? Find(string key) => Entries.FirstOrDefault(e => e.Key is YamlScalar name && name.Text == key).Value;

    public override bool IsSameAs(YamlValue other)
    {
        if (other is not YamlMap map || map.Entries.Count != Entries.Count)
        {
            return false;
        }

        var theirs = map.Entries.Where(e => e.Key is YamlScalar).DistinctBy(Name).ToDictionary(Name, e => e.Value, StringComparer.Ordinal);
        return Entries.All(e => e.Key is YamlScalar && theirs.TryGetValue(Name(e), out var value) && e.Value.IsSameAs(value));
    }

    private static string Name(YamlEntry entry) => ((YamlScalar)entry.Key).Text;
}
