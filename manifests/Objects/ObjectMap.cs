using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MeshStack.Manifests;

/// <summary>A dictionary in ordinal order of its keys that costs two arrays.</summary>
internal sealed class ObjectMap : IReadOnlyDictionary<string, object?>
{
    private const int LongestInsertion = 16;

    private readonly string[] _keys;
    private readonly object?[] _values;

    /// <summary>Takes over arrays that are sorted by key.</summary>
    private ObjectMap(string[] keys, object?[] values) => (_keys, _values) = (keys, values);

    public static ObjectMap Empty { get; } = new([], []);

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<object?> Values => _values;

    /// <summary>The values in the order of the keys, open to the mask.</summary>
    public Span<object?> Slots => _values;

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no '{key}'.");

    public static ObjectMap From(string[] keys, object?[] values)
    {
        if (keys.Length > LongestInsertion)
        {
            Array.Sort(keys, values, StringComparer.Ordinal);
        }
        else
        {
            InsertionSort(keys, values);
        }

        return new ObjectMap(keys, values);
    }

    public static ObjectMap From(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var all = entries.ToArray();
        return From(Array.ConvertAll(all, entry => entry.Key), Array.ConvertAll(all, entry => entry.Value));
    }

    /// <summary>The same map with one entry set.</summary>
    public ObjectMap With(string key, object? value) => From(this.Where(entry => entry.Key != key).Append(new(key, value)));

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < _keys.Length; index++)
        {
            yield return new(_keys[index], _values[index]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The position of a key, negative where there is none.</summary>
    public int IndexOf(string key)
    {
        var (low, high) = (0, _keys.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_keys[middle], key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    // Nearly all maps are small, and a comparer behind an interface costs more than the moves.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InsertionSort(string[] keys, object?[] values)
    {
        for (var sorted = 1; sorted < keys.Length; sorted++)
        {
            var (key, value) = (keys[sorted], values[sorted]);
            var index = sorted;
            for (; index > 0 && string.CompareOrdinal(keys[index - 1], key) > 0; index--)
            {
                (keys[index], values[index]) = (keys[index - 1], values[index - 1]);
            }

            (keys[index], values[index]) = (key, value);
        }
    }
}
