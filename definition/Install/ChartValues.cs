using System.Collections;

namespace MeshStack.Definition;

/// <summary>Values of charts: plain dictionaries and lists, all the way down.</summary>
/// <remarks>Never outputs: an unknown one among the values would make a preview show the whole release as deleted.</remarks>
internal static class ChartValues
{
    /// <summary>A copy with other values laid over it: maps are merged, everything else is replaced.</summary>
    public static Dictionary<string, object> Merge(IReadOnlyDictionary<string, object> values, IReadOnlyDictionary<string, object>? over)
    {
        var merged = Copy(values);
        foreach (var (key, value) in over ?? Empty)
        {
            merged[key] = value is IReadOnlyDictionary<string, object> map
                ? Merge(merged.GetValueOrDefault(key) as IReadOnlyDictionary<string, object> ?? Empty, map)
                : CopyOf(value);
        }

        return merged;
    }

    /// <summary>The value at a path of keys, or null.</summary>
    public static object? At(IReadOnlyDictionary<string, object>? values, string path)
    {
        object? current = values;
        foreach (var key in path.Split('.'))
        {
            current = (current as IReadOnlyDictionary<string, object>)?.GetValueOrDefault(key);
        }

        return current;
    }

    /// <summary>Sets a number where there is one.</summary>
    public static void Set(this Dictionary<string, object> values, string key, int? value)
    {
        if (value is { } number)
        {
            values[key] = number;
        }
    }

    /// <summary>Sets a text where there is one.</summary>
    public static void Set(this Dictionary<string, object> values, string key, string? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }
    }

    /// <summary>Sets a map where it has entries.</summary>
    public static void Set(this Dictionary<string, object> values, string key, Dictionary<string, object> value)
    {
        if (value.Count > 0)
        {
            values[key] = value;
        }
    }

    private static IReadOnlyDictionary<string, object> Empty { get; } = new Dictionary<string, object>();

    private static Dictionary<string, object> Copy(IReadOnlyDictionary<string, object> values) =>
        values.ToDictionary(v => v.Key, v => CopyOf(v.Value), StringComparer.Ordinal);

    private static object CopyOf(object value) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => Copy(map),
            string text => text,
            IEnumerable list => list.Cast<object>().Select(CopyOf).ToList(),
            _ => value,
        };
}
