using MeshStack.Manifests;

namespace MeshStack.Definition.Istio;

/// <summary>Values as manifests hold them.</summary>
internal static class TreeValue
{
    /// <summary>The text where it is known already, or the value that will be one.</summary>
    public static object Of(TextValue value) => value.Known ?? (object)value;

    /// <summary>A long where the number is whole.</summary>
    public static object Of(double value) => ManifestValue.Normalize(value)!;

    public static object[] List<T>(IReadOnlyList<T> list)
        where T : notnull
    {
        var values = new object[list.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Of(list[index]);
        }

        return values;
    }

    public static IReadOnlyDictionary<string, object> Map<T>(IReadOnlyDictionary<string, T> map)
        where T : notnull
    {
        var (keys, values, count) = (new string[map.Count], new object?[map.Count], 0);
        foreach (var (key, value) in map)
        {
            (keys[count], values[count++]) = (key, Of(value));
        }

        return ObjectMap.From(keys, values)!;
    }

    private static object Of<T>(T value)
        where T : notnull =>
        value switch
        {
            IIstioNode node => node.ToTree(),
            TextValue text => Of(text),
            int number => (long)number,
            double number => Of(number),
            _ => value,
        };
}
