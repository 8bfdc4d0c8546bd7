using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Workflows;

/// <summary>Looks into YAML.</summary>
internal static class YamlNodes
{
    public static YamlNode? Find(this YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static YamlMappingNode? Mapping(this YamlMappingNode mapping, string key) => mapping.Find(key) as YamlMappingNode;

    public static string? Text(this YamlMappingNode mapping, string key) => (mapping.Find(key) as YamlScalarNode)?.Value;
}
