using System.Text.Json.Nodes;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>A structural schema without descriptions; the type stands first, and what holds fields or items last.</summary>
internal static class SchemaCondenser
{
    private static readonly Dictionary<string, int> Position = new(StringComparer.Ordinal)
    {
        ["type"] = -1,
        ["additionalProperties"] = 1,
        ["items"] = 1,
        ["properties"] = 2,
    };

    public static JsonObject Condense(Field schema)
    {
        var keywords = schema.Entries.Where(entry => entry.Name != "description").OrderBy(entry => Position.GetValueOrDefault(entry.Name));
        return new(keywords.Select(keyword => KeyValuePair.Create(keyword.Name, Keyword(keyword))));
    }

    public static JsonNode? Json(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => new JsonObject(
                map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))
            ),
            IReadOnlyList<object?> list => new JsonArray([.. list.Select(Json)]),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            long number => JsonValue.Create(number),
            double number => JsonValue.Create(number),
            _ => null,
        };

    private static JsonNode? Keyword(Field keyword) =>
        keyword.Name switch
        {
            "properties" => new JsonObject(keyword.Entries.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Condense(field)))),
            "additionalProperties" or "items" or "not" when keyword.Value is IReadOnlyDictionary<string, object?> => Condense(keyword),
            "allOf" or "anyOf" or "oneOf" => new JsonArray([.. keyword.Items.Select(Condense)]),
            _ => Json(keyword.Value),
        };
}
