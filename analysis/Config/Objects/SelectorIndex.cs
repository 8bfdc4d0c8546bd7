namespace MeshStack.Analysis.Config.Objects;

/// <summary>Objects with selectors, found from a workload's labels instead of one by one.</summary>
internal sealed class SelectorIndex<T>
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<(int Order, T Item, LabelSelector Selector)>> _byLabel =
    [];
    private readonly Dictionary<string, List<(int Order, T Item, LabelSelector Selector)>> _ofAll = new(StringComparer.Ordinal);

    public SelectorIndex(IEnumerable<T> items, Func<T, string> spaceOf, Func<T, LabelSelector> selectorOf)
    {
        foreach (var (order, item) in items.Index())
        {
            var selector = selectorOf(item);
            if (selector.IsEmpty)
            {
                Add(_ofAll, spaceOf(item), (order, item, selector));
            }
            else
            {
                // One label is enough to find it; the longest value tells most workloads apart.
                var label = selector
                    .Labels.OrderByDescending(label => label.Value.Length)
                    .ThenBy(label => label.Key, StringComparer.Ordinal)
                    .First();
                Add(_byLabel, (spaceOf(item), label.Key, label.Value), (order, item, selector));
            }
        }
    }

    /// <summary>The objects of a namespace that select a workload, in the order in which they were given.</summary>
    public IEnumerable<T> Selecting(string ns, IReadOnlyDictionary<string, string> labels)
    {
        List<(int Order, T Item, LabelSelector Selector)> found = [.. _ofAll.GetValueOrDefault(ns) ?? []];
        foreach (var (key, value) in labels)
        {
            if (_byLabel.TryGetValue((ns, key, value), out var items))
            {
                found.AddRange(items.Where(entry => entry.Selector.Selects(labels)));
            }
        }

        return found.OrderBy(entry => entry.Order).Select(entry => entry.Item);
    }

    private static void Add<TKey>(
        Dictionary<TKey, List<(int Order, T Item, LabelSelector Selector)>> index,
        TKey key,
        (int Order, T Item, LabelSelector Selector) entry
    )
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var entries))
        {
            index[key] = entries = [];
        }

        entries.Add(entry);
    }
}
