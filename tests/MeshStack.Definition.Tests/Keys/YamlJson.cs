using System.Text.Json;
using System.Text.Json.Nodes;
using MeshStack.Manifests;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>YAML as editors hand it to a schema.</summary>
internal static class YamlJson
{
    /// <summary>The documents of a text.</summary>
    public static IReadOnlyList<JsonNode?> Of(string text) =>
        [.. YamlReader.Read(text, YamlLimits.Definitions).Select(d => d.Root).OfType<YamlValue>().Select(Node).Where(n => n is not null)];

    private static JsonNode? Node(YamlValue value) =>
        value switch
        {
            YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(((YamlScalar)e.Key).Text!, Node(e.Value)))),
            YamlList list => new JsonArray([.. list.Items.Select(Node)]),
            YamlScalar { IsNull: true } => null,
            YamlScalar { IsQuoted: true } scalar => JsonValue.Create(scalar.Text),

            // Editors read YAML 1.2, where yes and no are texts.
            YamlScalar { Text: "yes" or "no" or "on" or "off" } scalar => JsonValue.Create(scalar.Text),
            YamlScalar scalar => JsonSerializer.SerializeToNode(ManifestYaml.Scalar(scalar.Text!)),
            _ => null,
        };
}
