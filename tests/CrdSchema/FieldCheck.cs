using System.Globalization;
using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>properties, additionalProperties, required and items; fields that no schema defines are errors.</summary>
internal sealed class FieldCheck : ISchemaCheck
{
    private readonly Dictionary<string, SchemaNode> _properties;
    private readonly SchemaNode? _others;
    private readonly SchemaNode? _items;
    private readonly string[] _required;
    private readonly string[] _listKeys;
    private readonly bool _allowsUnknown;

    private FieldCheck(Field schema, string name, bool isStructural)
    {
        SchemaNode Child(Field child) => SchemaNode.Compile(child, name, isStructural);
        _properties = schema["properties"].Entries.ToDictionary(entry => entry.Name, Child, StringComparer.Ordinal);
        _others = schema["additionalProperties"].Value is IReadOnlyDictionary<string, object?> ? Child(schema["additionalProperties"]) : null;
        _items = schema["items"].Exists ? Child(schema["items"]) : null;
        _required = [.. schema["required"].Items.Select(item => item.Text!)];
        _listKeys = [.. schema["x-kubernetes-list-map-keys"].Items.Select(item => item.Text!)];
        _allowsUnknown = !isStructural || schema["x-kubernetes-preserve-unknown-fields"].IsTrue || schema["additionalProperties"].IsTrue;
    }

    public static IEnumerable<ISchemaCheck> Compile(Field schema, string name, bool isStructural, HashSet<string> handled)
    {
        handled.UnionWith(["properties", "additionalProperties", "required", "items", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-list-type", "x-kubernetes-list-map-keys"]);
        if (schema["x-kubernetes-list-type"].Text is { } listType and not ("map" or "atomic"))
        {
            throw new UnsupportedSchemaException($"{name}: the list type {listType} at {schema.Path} is not implemented.");
        }

        yield return new FieldCheck(schema, name, isStructural);
    }

    public void Validate(object value, string path, List<SchemaError> errors)
    {
        if (value is IReadOnlyDictionary<string, object?> map)
        {
            errors.AddRange(_required.Where(key => !map.ContainsKey(key)).Select(key => new SchemaError(Join(path, key), "is required")));
            foreach (var (key, entry) in map)
            {
                if (_properties.TryGetValue(key, out var node) || (node = _others) is not null)
                {
                    node.Validate(entry, Join(path, key), errors);
                }
                else if (!_allowsUnknown)
                {
                    errors.Add(new(Join(path, key), "is an unknown field"));
                }
            }
        }
        else if (value is IReadOnlyList<object?> list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                _items?.Validate(list[index], string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), errors);
            }

            if (_listKeys.Length > 0 && list.OfType<IReadOnlyDictionary<string, object?>>().Select(item => string.Join('\n', _listKeys.Select(key => item.At(key)))).GroupBy(key => key).Any(group => group.Count() > 1))
            {
                errors.Add(new(path, $"has two items with the same {string.Join(" and ", _listKeys)}"));
            }
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
