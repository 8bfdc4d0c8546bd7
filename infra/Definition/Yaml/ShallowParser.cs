using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Infra.Definition.Yaml;

/// <summary>Refuses YAML that nests deeper than any definition does, before building nodes of it would exhaust the stack.</summary>
internal sealed class ShallowParser(IParser parser) : IParser
{
    private const int DeepestNesting = 64;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        if (!parser.MoveNext())
        {
            return false;
        }

        _depth += parser.Current!.NestingIncrease;
        return _depth <= DeepestNesting
            ? true
            : throw new YamlException(parser.Current.Start, parser.Current.End, FormattableString.Invariant($"nested deeper than {DeepestNesting} levels"));
    }
}
