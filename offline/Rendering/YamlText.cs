using YamlDotNet.Serialization;

namespace MeshStack.Offline.Rendering;

/// <summary>YAML of everything that is no manifest.</summary>
internal static class YamlText
{
    // Without quotes the text "8080" or "yes" would come back as a number or a boolean.
    private static readonly ISerializer Serializer = new SerializerBuilder()
        .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
        .WithIndentedSequences()
        .WithNewLine("\n")
        .DisableAliases()
        .Build();

    public static void Write(TextWriter writer, object tree) => Serializer.Serialize(writer, Known(tree));

    /// <summary>The tree in collections that the serializer knows: a read-only map it would write as a list of pairs.</summary>
    private static object? Known(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => Known(entry.Value), StringComparer.Ordinal),
        string => value,
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Known).ToArray(),
        _ => value,
    };
}
