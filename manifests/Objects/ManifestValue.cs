using System.Collections;

namespace MeshStack.Manifests;

/// <summary>The values that a manifest's body is made of.</summary>
public static class ManifestValue
{
    // Doubles beyond this no longer tell neighbouring integers apart.
    private const double LargestExactInteger = 9_007_199_254_740_992;

    /// <summary>A deep copy in the one form that manifests hold; doubles without a fraction become longs.</summary>
    /// <exception cref="ArgumentException">A value is neither text, boolean, number, null, list nor dictionary.</exception>
    public static object? Normalize(object? value) =>
        value switch
        {
            null or string or bool or long => value,
            double number => Math.Abs(number) <= LargestExactInteger && Math.Floor(number) == number ? (object)(long)number : number,
            int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
            float or decimal or ulong => Normalize(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
            IReadOnlyDictionary<string, object?> map => Copy(map),
            IDictionary map => Copy(map),
            IEnumerable list => list.Cast<object?>().Select(Normalize).ToArray(),
            _ => throw new ArgumentException(
                $"A manifest cannot hold a {value.GetType().Name}; it holds text, booleans, numbers, nulls, lists and dictionaries.",
                nameof(value)
            ),
        };

    /// <summary>True where two values are the same, whatever collections hold them and in whatever order their keys are.</summary>
    public static bool AreEqual(object? left, object? right) =>
        (left, right) switch
        {
            (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count
                && a.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other)),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count
                && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
            (long a, double b) => a == b,
            (double a, long b) => a == b,
            _ => Equals(left, right),
        };

    private static Dictionary<string, object?> Copy(IReadOnlyDictionary<string, object?> map)
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            copy.Add(key, Normalize(value));
        }

        return copy;
    }

    private static Dictionary<string, object?> Copy(IDictionary map)
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
        {
            copy.Add(
                entry.Key as string ?? throw new ArgumentException($"A manifest's keys are text; {entry.Key} is not.", nameof(map)),
                Normalize(entry.Value)
            );
        }

        return copy;
    }
}
