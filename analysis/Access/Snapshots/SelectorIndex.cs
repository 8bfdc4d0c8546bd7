namespace MeshStack.Analysis.Access;

/// <summary>Objects with selectors, found from a workload's labels instead of one by one.</summary>
internal sealed class SelectorIndex<T>
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<(int Order, T Item)>> _byLabel = [];
    private readonly Dictionary<string, List<(int Order, T Item)>> _ofAll = new(StringComparer.Ordinal);
    private readonly Func<T, LabelSelector> _selectorOf;

    public SelectorIndex(IEnumerable<T> items, Func<T, string> spaceOf, Func<T, LabelSelector> selectorOf)
    {
        _selectorOf = selectorOf;
        foreach (var (order, item) in items.Index())
        {
            var selector = selectorOf(item);
            if (selector.IsEmpty)
            {
                Add(_ofAll, spaceOf(item), (order, item));
            }
            else
            {
                // One label is enough to find it; the longest value tells most workloads apart.
                var label = selector.Labels.OrderByDescending(label => label.Value.Length).ThenBy(label => label.Key, StringComparer.Ordinal).First();
                Add(_byLabel, (spaceOf(item), label.Key, label.Value), (order, item));
            }
        }
    }

    /// <summary>The objects of a namespace that select a workload, in the order in which they were given.</summary>
    public IEnumerable<T> Selecting(string space, IReadOnlyDictionary<string, string> labels)
    {
        List<(int Order, T Item)> found = [.. _ofAll.GetValueOrDefault(space) ?? []];
        foreach (var (key, value) in labels)
        {
            if (_byLabel.TryGetValue((space, key, value), out var items))
            {
                found.AddRange(items.Where(entry => _selectorOf(entry.Item).Selects(labels)));
            }
        }

        return found.OrderBy(entry => entry.Order).Select(entry => entry.Item);
    }

    private static void Add<TKey>(Dictionary<TKey, List<(int Order, T Item)>> index, TKey key, (int Order, T Item) entry)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var entries))
        {
            index[key] = entries = [];
        }

        entries.Add(entry);
    }
}
