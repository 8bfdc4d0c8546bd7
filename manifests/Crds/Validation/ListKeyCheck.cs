namespace MeshStack.Manifests;

/// <summary>x-kubernetes-list-type and x-kubernetes-list-map-keys: items that keys tell apart.</summary>
internal sealed class ListKeyCheck(IReadOnlyList<string> keys) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name) =>
        schema.ListType switch
        {
            null or "atomic" => [],
            "map" => [new ListKeyCheck(schema.ListMapKeys)],
            _ => throw new UnsupportedSchemaException($"{name}: the list type {schema.ListType} is not implemented."),
        };

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is not IReadOnlyList<object?> { Count: > 1 } list)
        {
            return;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] is IReadOnlyDictionary<string, object?> item && !seen.TryAdd(Key(item), index))
            {
                var names = Described.List(keys);
                errors.Enter(index);
                errors.Add(
                    SchemaRules.ListKey,
                    $"has the {names} of item {seen[Key(item)]} ({Key(item)}); items are told apart by {names}"
                );
                errors.Leave();
            }
        }
    }

    private string Key(IReadOnlyDictionary<string, object?> item) =>
        string.Join(", ", keys.Select(key => Described.Value(item.GetValueOrDefault(key))));
}
