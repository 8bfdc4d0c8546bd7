using System.Globalization;
using Repository.Tests.Workflows;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Pulumi;

/// <summary>The configuration that a <c>Pulumi.yaml</c> declares, held to the rules of the Pulumi CLI.</summary>
/// <remarks>Its <c>pkg/workspace/config.go</c> and <c>sdk/go/common/workspace/project.go</c>.</remarks>
internal sealed class ConfigurationSchema
{
    private readonly string _project;
    private readonly YamlMappingNode _declared;

    private ConfigurationSchema(YamlMappingNode project)
    {
        _project = project.Text("name")!;
        _declared = project.Mapping("config") ?? [];
    }

    public static ConfigurationSchema Parse(string yaml) => new(Root(yaml));

    /// <summary>Why the CLI would refuse the project, or one of its stacks.</summary>
    /// <param name="stacks">The files of the stacks, by name.</param>
    public IEnumerable<string> Violations(IReadOnlyDictionary<string, string> stacks)
    {
        var configurations = stacks.ToDictionary(s => s.Key, s => Root(s.Value).Mapping("config") ?? []);
        return _declared.SelectMany(d => OfKey(((YamlScalarNode)d.Key).Value!, d.Value, configurations));
    }

    private IEnumerable<string> OfKey(string key, YamlNode node, Dictionary<string, YamlMappingNode> stacks)
    {
        var isOwn = !key.Contains(':', StringComparison.Ordinal) || key.StartsWith(_project + ":", StringComparison.Ordinal);
        if (node is not YamlMappingNode declared)
        {
            // A value in place of a declaration is the default of an own key, and the value of another.
            return [];
        }

        return isOwn ? OfOwnKey(key, declared, stacks) : OfOtherKey(key, declared);
    }

    private static IEnumerable<string> OfOtherKey(string key, YamlMappingNode declared)
    {
        if (declared.Find("value") is null || declared.Find("type") is not null || declared.Find("default") is not null)
        {
            yield return $"{key}: a key of another namespace has a value, and neither a type nor a default";
        }
    }

    private IEnumerable<string> OfOwnKey(string key, YamlMappingNode declared, Dictionary<string, YamlMappingNode> stacks)
    {
        var (type, @default, value) = (declared.Text("type"), declared.Find("default"), declared.Find("value"));
        if (@default is not null && value is not null)
        {
            yield return $"{key}: has a default and a value";
        }

        if (type is not null && !IsType(declared))
        {
            yield return $"{key}: {type} is not a type, or says nothing of its items";
        }
        else if (type is not null && @default is not null && !Fits(declared, @default))
        {
            yield return $"{key}: the default is not of the type {type}";
        }

        foreach (var (stack, configuration) in stacks)
        {
            var set = configuration.Find($"{_project}:{key.Split(':')[^1]}");
            if (set is null && @default is null && value is null)
            {
                yield return $"{key}: has no default, and {stack} does not set it";
            }

            if (set is not null && type is not null && IsType(declared) && !Fits(declared, set))
            {
                yield return $"{key}: the value in {stack} is not of the type {type}";
            }

            if (set is not (null or YamlMappingNode) && declared.Text("secret") == "true")
            {
                yield return $"{key}: is a secret, and in plain text in {stack}";
            }
        }
    }

    private static bool IsType(YamlMappingNode declared) =>
        declared.Text("type") switch
        {
            "string" or "integer" or "boolean" => true,
            "array" => declared.Mapping("items") is { } items && IsType(items),
            _ => false,
        };

    private static bool Fits(YamlMappingNode declared, YamlNode value) =>
        (declared.Text("type"), value) switch
        {
            (_, YamlMappingNode map) => map.Find("secure") is not null,
            ("array", YamlSequenceNode items) => items.All(i => Fits(declared.Mapping("items")!, i)),
            ("string", YamlScalarNode text) => text.Style != ScalarStyle.Plain || !IsOtherThanText(text),
            ("integer", YamlScalarNode number) => IsInteger(number),
            ("boolean", YamlScalarNode flag) => IsBoolean(flag),
            _ => false,
        };

    private static bool IsOtherThanText(YamlScalarNode value) => IsInteger(value) || IsBoolean(value) || value.Value is "" or "null" or "~";

    private static bool IsInteger(YamlScalarNode value) =>
        long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsBoolean(YamlScalarNode value) => value.Value is "true" or "false";

    private static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }
}
