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

    public static void Write(TextWriter writer, object tree) => Serializer.Serialize(writer, tree);
}
