using MeshStack.Manifests;

namespace MeshStack.CrdSchema;

/// <summary>oneOf, anyOf, allOf and not.</summary>
internal sealed class CombinationCheck(string keyword, SchemaNode[] schemas, string alternatives) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(Field schema, string name, HashSet<string> handled)
    {
        foreach (var keyword in new[] { "oneOf", "anyOf", "allOf", "not" })
        {
            handled.Add(keyword);
            var parts = keyword == "not" ? [schema["not"]] : schema[keyword].Items;
            if (schema[keyword].Exists)
            {
                var required = parts.SelectMany(part => part["required"].Items).Select(item => item.Text);
                yield return new CombinationCheck(keyword, [.. parts.Select(part => SchemaNode.Compile(part, name, isStructural: false))], string.Join(", ", required));
            }
        }
    }

    public void Validate(object value, string path, List<SchemaError> errors)
    {
        var accepted = schemas.Count(schema => schema.Accepts(value));
        var isValid = keyword switch
        {
            "oneOf" => accepted == 1,
            "anyOf" => accepted > 0,
            "allOf" => accepted == schemas.Length,
            _ => accepted == 0,
        };
        if (!isValid)
        {
            errors.Add(new(path, $"does not fit {keyword}{(alternatives.Length > 0 ? $" of {alternatives}" : "")}: {accepted} of {schemas.Length} fit"));
        }
    }
}
