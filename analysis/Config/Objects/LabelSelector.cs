namespace MeshStack.Analysis.Config.Objects;

/// <summary>Labels that a workload must have, all of them; none chooses every workload.</summary>
internal sealed class LabelSelector(IReadOnlyDictionary<string, string> labels)
{
    // Asked of one workload after the other, so that the dictionary's enumerator would be the most of it.
    private readonly KeyValuePair<string, string>[] _labels = [.. labels];

    public IReadOnlyDictionary<string, string> Labels { get; } = labels;

    public static LabelSelector Everything { get; } = new(new Dictionary<string, string>());

    public bool IsEmpty => Labels.Count == 0;

    /// <summary>The selector as far as it is shown: it chooses what the whole of it may choose.</summary>
    public static LabelSelector From(Field labels) => new(labels.Shown());

    public bool Selects(IReadOnlyDictionary<string, string> given)
    {
        foreach (var (key, value) in _labels)
        {
            if (!given.TryGetValue(key, out var own) || own != value)
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() =>
        IsEmpty
            ? "every workload"
            : string.Join(',', Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));
}
