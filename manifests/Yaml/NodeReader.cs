using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

/// <summary>Reads one document's values and gathers what YAML allows and a manifest does not.</summary>
internal sealed class NodeReader(IParser parser, string file, int firstLine)
{
    // Deeper than any real object, and shallow enough for the stack.
    private const int DeepestNesting = 200;

    private readonly Dictionary<string, object?> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly List<ManifestProblem> _problems = [];

    public IReadOnlyList<ManifestProblem> Problems => _problems;

    public int LineOf(object node) => _lines.TryGetValue(node, out var line) ? line : firstLine + 1;

    public object? Read() => Read(0);

    private object? Read(int depth)
    {
        var node = parser.Current!;
        if (depth > DeepestNesting)
        {
            throw new YamlException(node.Start, node.End, "The nesting is deeper than any manifest's.");
        }

        switch (node)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                return _anchors.TryGetValue(alias.Value.Value, out var value) ? value : Report(alias, $"The alias *{alias.Value.Value} names no anchor before it.");
            case Scalar scalar:
                parser.MoveNext();
                return Anchored(scalar, Resolve(scalar));
            case SequenceStart:
                return Anchored((NodeEvent)node, ReadList(depth));
            case MappingStart:
                return Anchored((NodeEvent)node, ReadMap(depth));
            default:
                throw new YamlException(node.Start, node.End, $"A value was expected, found {node.GetType().Name}.");
        }
    }

    private object?[] ReadList(int depth)
    {
        var line = Line(parser.Consume<SequenceStart>());
        List<object?> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read(depth + 1));
        }

        object?[] list = [.. items];
        _lines[list] = line;
        return list;
    }

    private Dictionary<string, object?> ReadMap(int depth)
    {
        var start = parser.Consume<MappingStart>();
        Dictionary<string, object?> map = new(StringComparer.Ordinal);
        List<IReadOnlyDictionary<string, object?>> merged = [];
        _lines[map] = parser.Current is { } first ? Line(first) : Line(start);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Current!;
            if (key is not Scalar name)
            {
                Report(key, "A key is a text, not a list or an object.");
                Read(depth + 1);
                Read(depth + 1);
                continue;
            }

            parser.MoveNext();
            if (name is { Style: ScalarStyle.Plain, Value: "<<" })
            {
                Merge(merged, key, Read(depth + 1));
            }
            else if (!map.TryAdd(name.Value, null))
            {
                Report(key, $"The key {name.Value} is given twice.");
                Read(depth + 1);
            }
            else
            {
                map[name.Value] = Read(depth + 1);
                if (!name.Anchor.IsEmpty)
                {
                    _anchors[name.Anchor.Value] = name.Value;
                }
            }
        }

        foreach (var (key, value) in merged.SelectMany(source => source))
        {
            map.TryAdd(key, value);
        }

        return map;
    }

    private void Merge(List<IReadOnlyDictionary<string, object?>> merged, ParsingEvent key, object? source)
    {
        var sources = source is IReadOnlyList<object?> list ? list : [source];
        if (!sources.All(item => item is IReadOnlyDictionary<string, object?>))
        {
            Report(key, "A merge key takes an object or a list of objects.");
            return;
        }

        merged.AddRange(sources.Cast<IReadOnlyDictionary<string, object?>>());
    }

    private object? Resolve(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        return tag switch
        {
            "" => scalar.Style == ScalarStyle.Plain ? ScalarResolver.Resolve(scalar.Value) : scalar.Value,
            "!" or "tag:yaml.org,2002:str" => scalar.Value,
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" => ScalarResolver.Resolve(scalar.Value),
            _ => Report(scalar, $"The tag {tag} has no meaning in a manifest."),
        };
    }

    private T Anchored<T>(NodeEvent node, T value)
    {
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = value;
        }

        return value;
    }

    private object? Report(ParsingEvent at, string message)
    {
        _problems.Add(new ManifestProblem(new SourceLocation(file, Line(at)), message));
        return null;
    }

    private int Line(ParsingEvent at) => firstLine + (int)at.Start.Line;
}
