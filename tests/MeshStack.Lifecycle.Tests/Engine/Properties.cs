using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>What can be done with values on the wire: texts, numbers, booleans, lists and maps.</summary>
internal static class Properties
{
    /// <summary>Stands for a value that a preview cannot know.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go, UnknownStringValue.</remarks>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly JsonWriterOptions Writer = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyMap Empty => PropertyMap.Empty;

    public static PropertyMap Map(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        var map = PropertyMap.Empty.ToBuilder();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map.ToImmutable();
    }

    /// <summary>The value at the end of a path of names, null where there is none.</summary>
    public static object? At(this PropertyMap map, params ReadOnlySpan<string> path)
    {
        object? value = map;
        foreach (var name in path)
        {
            value = value switch
            {
                PropertyMap inner => inner.GetValueOrDefault(name),
                ImmutableArray<object> list when int.TryParse(name, CultureInfo.InvariantCulture, out var i) && i < list.Length => list[i],
                Unknown => Unknown,
                _ => null,
            };
        }

        return value;
    }

    public static string? TextAt(this PropertyMap map, params ReadOnlySpan<string> path) => map.At(path) as string;

    /// <summary>The map with a value somewhere inside it.</summary>
    public static PropertyMap With(this PropertyMap map, ReadOnlySpan<string> path, object value) =>
        map.SetItem(
            path[0],
            path.Length == 1 ? value : (map.GetValueOrDefault(path[0]) as PropertyMap ?? PropertyMap.Empty).With(path[1..], value)
        );

    public static bool Same(object? left, object? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (PropertyMap a, PropertyMap b) => a.Count == b.Count && a.All(e => b.TryGetValue(e.Key, out var other) && Same(e.Value, other)),
            (ImmutableArray<object> a, ImmutableArray<object> b) => a.Length == b.Length
                && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
            _ => Equals(left, right),
        };
    }

    /// <summary>True where a part of the value is not known.</summary>
    public static bool HasUnknown(object? value) =>
        value switch
        {
            string text => text == Unknown,
            PropertyMap map => map.Values.Any(HasUnknown),
            ImmutableArray<object> list => list.Any(HasUnknown),
            _ => false,
        };

    /// <summary>The value with every text in it changed.</summary>
    public static object MapTexts(object value, Func<string, string> change)
    {
        switch (value)
        {
            case string text:
                return change(text);
            case PropertyMap map:
                var changed = map;
                foreach (var (key, item) in map)
                {
                    if (MapTexts(item, change) is var other && !ReferenceEquals(other, item))
                    {
                        changed = changed.SetItem(key, other);
                    }
                }

                return changed;
            case ImmutableArray<object> list:
                var items = list.Select(item => MapTexts(item, change)).ToImmutableArray();
                return items.Zip(list).All(pair => ReferenceEquals(pair.First, pair.Second)) ? value : items;
            default:
                return value;
        }
    }

    /// <summary>A value of whatever .NET type in the form that it has here: numbers are doubles, lists and maps immutable.</summary>
    public static object? Normalize(object? value) =>
        value switch
        {
            null or string or bool or double => value,
            PropertyMap map => map.Aggregate(
                map,
                (all, e) => Normalize(e.Value) is { } v && !ReferenceEquals(v, e.Value) ? all.SetItem(e.Key, v) : all
            ),
            ImmutableArray<object> list => list.All(item => ReferenceEquals(Normalize(item), item)) ? value : Items(list),
            IConvertible => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            IEnumerable<KeyValuePair<string, object?>> map => Entries(map),
            JsonElement json => FromJson(json),
            System.Collections.IDictionary map => Entries(map.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, map[key]))),
            System.Collections.IEnumerable list => Items(list.Cast<object?>()),
            _ => throw new InvalidOperationException($"a {value.GetType()} does not go over the wire"),
        };

    public static object FromJson(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(p => p.Name, p => FromJson(p.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToImmutableArray(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => json.GetString()!,
            _ => throw new InvalidOperationException($"{json.ValueKind} is no value"),
        };

    /// <summary>The value as JSON text with sorted keys.</summary>
    public static string ToJson(object value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writer))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ImmutableArray<object> Items(IEnumerable<object?> items) => [.. items.Select(Normalize).OfType<object>()];

    private static PropertyMap Entries(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var map = PropertyMap.Empty.ToBuilder();
        foreach (var (key, value) in entries)
        {
            if (Normalize(value) is { } normal)
            {
                map[key] = normal;
            }
        }

        return map.ToImmutable();
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case PropertyMap map:
                writer.WriteStartObject();
                foreach (var (key, item) in map.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key);
                    Write(writer, item);
                }

                writer.WriteEndObject();
                break;
            case ImmutableArray<object> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
