namespace MeshStack.Manifests;

/// <summary>properties, additionalProperties and required; fields that no schema defines are errors.</summary>
internal sealed class FieldCheck(
    Dictionary<string, SchemaNode> fields,
    SchemaNode? others,
    IReadOnlyList<string> required,
    bool allowsUnknown
) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema, string name, bool isStructural)
    {
        SchemaNode Child(StructuralSchema child) => SchemaNode.Compile(child, name, isStructural);
        var allowsUnknown = !isStructural || schema.PreserveUnknownFields;
        return allowsUnknown && schema is { Properties.Count: 0, AdditionalProperties: null, Required.Count: 0 }
            ? []
            :
            [
                new FieldCheck(
                    schema.Properties.ToDictionary(field => field.Key, field => Child(field.Value), StringComparer.Ordinal),
                    schema.AdditionalProperties is null ? null : Child(schema.AdditionalProperties),
                    schema.Required,
                    allowsUnknown
                ),
            ];
    }

    public void Validate(object value, SchemaErrors errors)
    {
        if (value is not IReadOnlyDictionary<string, object?> map)
        {
            return;
        }

        foreach (var name in required)
        {
            if (!map.TryGetValue(name, out var given) || given is null)
            {
                errors.AddAt(
                    name,
                    SchemaRules.Required,
                    map.ContainsKey(name) ? "is required, and null is the same as nothing" : "is required"
                );
            }
        }

        // What manifests are read into; its entries come without an allocation.
        if (map is Dictionary<string, object?> dictionary)
        {
            foreach (var (name, given) in dictionary)
            {
                Validate(name, given, errors);
            }
        }
        else
        {
            foreach (var (name, given) in map)
            {
                Validate(name, given, errors);
            }
        }
    }

    private void Validate(string name, object? given, SchemaErrors errors)
    {
        if (!fields.TryGetValue(name, out var node) && (node = others) is null)
        {
            if (!allowsUnknown)
            {
                errors.AddUnknownHere(name, fields.Keys);
            }
        }
        else if (given is not null)
        {
            // The API server drops nulls, wherever a schema does not allow them.
            errors.Enter(name);
            node.Validate(given, errors);
            errors.Leave();
        }
    }
}
