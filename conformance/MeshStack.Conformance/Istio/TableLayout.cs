using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshStack.Conformance.Istio;

/// <summary>JSON with one field of a schema per line, so that a change of a field is a change of its line.</summary>
internal static class TableLayout
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Blocks = ["kinds", "properties", "schemas"];

    public static string Write(JsonNode table)
    {
        var text = new StringBuilder();
        Write(table, isBlock: true, indent: 0, text);
        return text.Append('\n').ToString();
    }

    private static void Write(JsonNode? node, bool isBlock, int indent, StringBuilder text)
    {
        if (node is not (JsonObject or JsonArray))
        {
            _ = text.Append(node?.ToJsonString(Plain) ?? "null");
            return;
        }

        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        var inner = isBlock ? indent + 2 : indent;
        var separator = "";
        _ = text.Append(open);
        foreach (var (name, value) in Entries(node))
        {
            _ = text.Append(separator).Append(isBlock ? "\n" : "").Append(' ', isBlock ? inner : 0);
            separator = isBlock ? "," : ", ";
            _ = text.Append(name is null ? "" : JsonSerializer.Serialize(name, Plain) + ": ");
            Write(value, value is JsonObject or JsonArray && IsBlock(node, name), inner, text);
        }

        _ = text.Append(isBlock ? "\n" : "").Append(' ', isBlock ? indent : 0).Append(close);
    }

    // A kind is opened as well, so that its keywords stand one below the other; in a schema only the fields are.
    private static bool IsBlock(JsonNode parent, string? name) =>
        name is null ? parent.Parent is not null && parent.GetPropertyName() == "kinds" : Blocks.Contains(name) && !IsFieldList(parent);

    private static bool IsFieldList(JsonNode node) =>
        node.Parent is JsonObject && node.GetPropertyName() == "properties" && !IsFieldList(node.Parent);

    private static IEnumerable<(string? Name, JsonNode? Value)> Entries(JsonNode node) =>
        node is JsonObject map
            ? map.Select(entry => ((string?)entry.Key, entry.Value))
            : ((JsonArray)node).Select(item => ((string?)null, item));
}
