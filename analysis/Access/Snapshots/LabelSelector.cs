using System.Runtime.CompilerServices;

namespace MeshStack.Analysis.Access;

/// <summary>Labels that a workload must have, all of them; none chooses every workload.</summary>
internal sealed record LabelSelector(IReadOnlyDictionary<string, string> Labels)
{
    // Asked of one workload after the other, so that the dictionary's enumerator would be the most of it.
    private readonly KeyValuePair<string, string>[] _labels = [.. Labels];

    public static LabelSelector Everything { get; } = new(new Dictionary<string, string>());

    public bool IsEmpty => Labels.Count == 0;

    /// <summary>The selector as far as it is shown: it chooses what the whole of it may choose.</summary>
    public static LabelSelector Of(Field labels) => new(labels.Shown());

    public bool Selects(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in _labels)
        {
            if (!labels.TryGetValue(key, out var given) || given != value)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(LabelSelector? other) => ReferenceEquals(Labels, other?.Labels);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Labels);

    public override string ToString() => IsEmpty ? "every workload" : string.Join(',', Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}"));
}
