namespace MeshStack.Analysis.Access;

/// <summary>Labels that a workload must have, all of them; none chooses every workload.</summary>
internal sealed record LabelSelector(IReadOnlyDictionary<string, string> Labels)
{
    public static LabelSelector Everything { get; } = new(new Dictionary<string, string>());

    public bool IsEmpty => Labels.Count == 0;

    /// <summary>The selector as far as it is shown: it chooses what the whole of it may choose.</summary>
    public static LabelSelector Of(Field labels) => new(labels.Shown());

    public bool Selects(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in Labels)
        {
            if (!labels.TryGetValue(key, out var given) || given != value)
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => IsEmpty ? "every workload" : string.Join(',', Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));
}
