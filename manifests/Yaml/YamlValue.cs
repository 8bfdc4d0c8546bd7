namespace MeshStack.Manifests;

/// <summary>A value of a YAML document and where it stands; an alias is the value itself.</summary>
internal abstract class YamlValue(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>How many lists and mappings stand in each other here; none for a text.</summary>
    public abstract int Height { get; }

    /// <summary>How many values there are here, this one included and aliases followed.</summary>
    public abstract long Size { get; }

    /// <summary>Whether an alias stands for this value elsewhere in the document.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether the other says the same, wherever and in whatever quotes it is written.</summary>
    public abstract bool IsSameAs(YamlValue other);
}
