using Pulumi;

namespace MeshStack.Registration;

/// <summary>Trees of a plan as the engine takes them: outputs stand where a value comes later, and nowhere above.</summary>
internal static class EngineTree
{
    public static InputMap<object> Map(object tree, EngineValues values)
    {
        var map = new InputMap<object>();
        foreach (var (key, value) in (IEnumerable<KeyValuePair<string, object>>)tree)
        {
            map.Add(key, Value(value, values));
        }

        return map;
    }

    public static InputMap<string> Texts(object? tree, EngineValues values)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in (IEnumerable<KeyValuePair<string, object>>?)tree ?? [])
        {
            map.Add(key, Text(value, values));
        }

        return map;
    }

    public static Input<string> Text(object value, EngineValues values) =>
        value switch
        {
            TextValue { IsKnown: true, IsSecret: false, Check: null } text => text.Known!,
            TextValue text => values.Of(text),
            _ => (string)value,
        };

    public static object Value(object value, EngineValues values) =>
        value switch
        {
            TextValue { IsKnown: true, IsSecret: false, Check: null } text => text.Known!,
            TextValue text => values.Of(text),
            IEnumerable<KeyValuePair<string, object>> map => map.ToDictionary(
                entry => entry.Key,
                entry => Value(entry.Value, values),
                StringComparer.Ordinal
            ),
            string or bool or int or double => value,

            // The engine takes no longs.
            long number and >= int.MinValue and <= int.MaxValue => (int)number,
            long number => (double)number,
            System.Collections.IEnumerable list => list.Cast<object>().Select(item => Value(item, values)).ToList(),
            _ => throw new NotSupportedException($"A plan holds no {value.GetType()}."),
        };
}
