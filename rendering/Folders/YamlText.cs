using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace MeshStack.Rendering.Folders;

/// <summary>YAML of everything that is no manifest.</summary>
internal static class YamlText
{
    // Without quotes the text "8080" or "yes" would come back as a number or a boolean.
    private static readonly ISerializer Serializer = Built();

    public static void Write(TextWriter writer, object tree) => Serializer.Serialize(writer, Known(tree));

    [UnconditionalSuppressMessage(
        "AOT",
        "IL3050",
        Justification = "It is given maps, lists and scalars alone, and looks into no other type."
    )]
    private static ISerializer Built() =>
        new SerializerBuilder()
            .WithQuotingNecessaryStrings(quoteYaml1_1Strings: true)
            .WithIndentedSequences()
            .WithNewLine("\n")
            .DisableAliases()
            .WithEventEmitter(next => new LiteralLines(next))
            .Build();

    /// <summary>The tree in collections that the serializer knows: a read-only map it would write as a list of pairs.</summary>
    private static object? Known(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                entry => entry.Key,
                entry => Known(entry.Value),
                StringComparer.Ordinal
            ),
            string => value,
            System.Collections.IEnumerable list => list.Cast<object?>().Select(Known).ToArray(),
            _ => value,
        };

    /// <summary>Lines stay lines, so that a certificate that somebody puts in place of a name is one.</summary>
    private sealed class LiteralLines(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && text.Contains('\n', StringComparison.Ordinal))
            {
                eventInfo.Style = ScalarStyle.Literal;
            }

            base.Emit(eventInfo, emitter);
        }
    }
}
