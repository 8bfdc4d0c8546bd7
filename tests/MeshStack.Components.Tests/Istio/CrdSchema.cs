using YamlDotNet.RepresentationModel;

namespace MeshStack.Components.Tests.Istio;

/// <summary>The part of an OpenAPI schema that the typed API answers to.</summary>
internal sealed record CrdSchema(
    string Type,
    IReadOnlyDictionary<string, CrdSchema> Properties,
    CrdSchema? Items,
    CrdSchema? Values,
    IReadOnlyList<string> Enum,
    IReadOnlyList<string> Required,
    IReadOnlyList<IReadOnlyList<string>> OneOf)
{
    public static CrdSchema Read(YamlMappingNode node) => new(
        TypeOf(node),
        Map(node, "properties").ToDictionary(p => Text(p.Key), p => Read((YamlMappingNode)p.Value), StringComparer.Ordinal),
        Child(node, "items") is { } items ? Read(items) : null,
        Child(node, "additionalProperties") is { } values ? Read(values) : null,
        Texts(node, "enum"),
        Texts(node, "required"),
        Groups(node).Concat(List(node, "allOf").SelectMany(Groups)).ToList());

    /// <summary>One line of YAML flow style, for tests that need no CRD at hand.</summary>
    public static CrdSchema Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Read((YamlMappingNode)stream.Documents[0].RootNode);
    }

    private static string TypeOf(YamlMappingNode node) =>
        node.Children.Keys.Select(Text).FirstOrDefault(k => k is "x-kubernetes-int-or-string" or "x-kubernetes-preserve-unknown-fields")
        ?? Text(node["type"]);

    // A group is written as "none of them, or one of these", one required name per alternative.
    private static IEnumerable<IReadOnlyList<string>> Groups(YamlNode node)
    {
        var members = List(node, "oneOf").SelectMany(alternative => Texts(alternative, "required")).ToList();
        return members.Count == 0 ? [] : [members];
    }

    private static YamlMappingNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var child) ? child as YamlMappingNode : null;

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(YamlMappingNode node, string key) =>
        Child(node, key)?.Children ?? Enumerable.Empty<KeyValuePair<YamlNode, YamlNode>>();

    private static IEnumerable<YamlNode> List(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var child) ? (YamlSequenceNode)child : [];

    private static List<string> Texts(YamlNode node, string key) => List(node, key).Select(Text).ToList();

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
