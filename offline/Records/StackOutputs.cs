using System.Collections;
using System.Globalization;
using System.Reflection;
using MeshStack.Manifests;
using MeshStack.Offline.Inputs;
using MeshStack.Offline.Trees;
using Pulumi;

namespace MeshStack.Offline.Records;

/// <summary>The stack's outputs as a plain tree.</summary>
internal sealed class StackOutputs(StringPool pool)
{
    private const string Unknown = "[unknown]";

    public static ObjectMap Of(IDictionary<string, object?> outputs, StringPool pool)
    {
        var converter = new StackOutputs(pool);
        return ObjectMap.From(outputs.Select(output => KeyValuePair.Create(output.Key, converter.Value(output.Value))));
    }

    private object? Value(object? value) =>
        value switch
        {
            null or bool or long => value,
            string text => pool.Share(text),
            int or short or byte or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            double number => TreeBuilder.Number(number),
            Resource resource => pool.Share($"{resource.GetResourceType()} {resource.GetResourceName()}"),
            _ when ValueReader.From(value.GetType()).Open(value) is { } opened => opened switch
            {
                { IsSecret: true } => SecretMask.Text,
                { IsKnown: false } => Unknown,
                _ => Value(opened.Content),
            },
            IDictionary map => Map(map),
            IEnumerable list => list.Cast<object?>().Select(Value).ToArray(),
            _ when value.GetType().GetCustomAttribute<OutputTypeAttribute>() is not null => Fields(value),
            _ => pool.Share(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    private ObjectMap Map(IDictionary map)
    {
        var entries = new List<KeyValuePair<string, object?>>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            entries.Add(new(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, Value(entry.Value)));
        }

        return ObjectMap.From(entries);
    }

    private ObjectMap Fields(object value) =>
        ObjectMap.From(
            value
                .GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public)
                .Select(field => KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], Value(field.GetValue(value))))
        );
}
