using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

/// <summary>Reads the values of one document, following its aliases.</summary>
/// <param name="events">Stands at the document's first value.</param>
/// <param name="limits">How much is read.</param>
/// <param name="linesBefore">How many lines stand before those that the events count.</param>
/// <param name="aliased">How many values the aliases before this document stand for.</param>
internal sealed class YamlTree(YamlEvents events, YamlLimits limits, int linesBefore, long aliased)
{
    private readonly Dictionary<string, YamlValue> _anchors = new(StringComparer.Ordinal);
    private readonly List<YamlProblem> _problems = [];
    private long _aliased = aliased;

    /// <summary>What is wrong with the values and does not keep the rest from being read.</summary>
    public IReadOnlyList<YamlProblem> Problems => _problems;

    /// <summary>How many values aliases stand for, those before this document included.</summary>
    public long AliasedValues => _aliased;

    public YamlValue Read() => Read(0);

    private YamlValue Read(int depth)
    {
        var current = events.Take();
        if (current is AnchorAlias alias)
        {
            return Aliased(alias, depth);
        }

        var (line, column) = (Line(current), (int)current.Start.Column);
        YamlValue value = current switch
        {
            Scalar text => new YamlScalar(text.Value, text.Style, text.Tag.IsEmpty ? null : text.Tag.Value, line, column),
            SequenceStart => new YamlList(Items(Inside(current, depth)), line, column),
            MappingStart => new YamlMap(Entries(Inside(current, depth)), line, column),
            _ => throw Broken(current, $"A value was expected, found {current.GetType().Name}."),
        };
        if (value is YamlScalar scalar && IsCut(scalar.Text))
        {
            _problems.Add(new(line, column, "The text has half of a character, written as an escape; both halves make one."));
        }

        if (((NodeEvent)current).Anchor is { IsEmpty: false } anchor)
        {
            _anchors[anchor.Value] = value;
        }

        return value;
    }

    private static bool IsCut(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return false;
            }

            at += next;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            at++;
        }

        return false;
    }

    private List<YamlValue> Items(int depth)
    {
        List<YamlValue> items = [];
        while (!events.TryTake<SequenceEnd>())
        {
            items.Add(Read(depth));
        }

        return items;
    }

    private List<YamlEntry> Entries(int depth)
    {
        var entries = new YamlEntries();
        while (!events.TryTake<MappingEnd>())
        {
            var entry = new YamlEntry(Read(depth), Read(depth));
            if (!entries.TryAdd(entry))
            {
                _problems.Add(YamlProblem.Twice((YamlScalar)entry.Key));
            }
        }

        return entries.All;
    }

    private YamlValue Aliased(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var value))
        {
            _problems.Add(new(Line(alias), (int)alias.Start.Column, "An alias names no anchor before it."));
            return YamlScalar.Nowhere;
        }

        _aliased += value.Size;
        if (_aliased > limits.Aliased)
        {
            throw Broken(alias, $"aliases stand for more than {limits.Aliased} values");
        }

        value.IsShared = true;
        _ = Inside(alias, depth + value.Height - 1);
        return value;
    }

    /// <summary>The depth of what stands in a list or a mapping.</summary>
    private int Inside(ParsingEvent at, int depth) =>
        depth < limits.Depth ? depth + 1 : throw Broken(at, $"nested deeper than {limits.Depth} levels");

    private static YamlException Broken(ParsingEvent at, FormattableString message) =>
        new(at.Start, at.End, FormattableString.Invariant(message));

    private int Line(ParsingEvent at) => linesBefore + (int)at.Start.Line;
}
