namespace MeshStack.Manifests;

/// <summary>A list of values.</summary>
internal sealed class YamlList : YamlValue
{
    public YamlList(List<YamlValue> items, int line, int column)
        : base(line, column)
    {
        Items = items;
        var (height, size) = (0, 1L);
        foreach (var item in items)
        {
            (height, size) = (Math.Max(height, item.Height), size + item.Size);
        }

        (Height, Size) = (height + 1, size);
    }

    public IReadOnlyList<YamlValue> Items { get; }

    public override int Height { get; }

    public override long Size { get; }

    public override bool IsSameAs(YamlValue other) =>
        other is YamlList list && list.Items.Count == Items.Count && Items.Zip(list.Items).All(pair => pair.First.IsSameAs(pair.Second));
}
