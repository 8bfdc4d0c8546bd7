using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MeshStack.Manifests;

internal sealed class ManifestWriter
{
    private static readonly string[] ObjectKeys = ["apiVersion", "kind", "metadata"];
    private static readonly string[] MetadataKeys = ["name", "namespace", "labels", "annotations"];

    private readonly Emitter _emitter;
    private bool _first = true;

    public ManifestWriter(TextWriter writer)
    {
        // No folding: a folded line reads differently in every diff.
        _emitter = new Emitter(
            writer,
            new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n")
        );
        _emitter.Emit(new StreamStart());
    }

    public void Write(IReadOnlyDictionary<string, object?> body)
    {
        _emitter.Emit(new DocumentStart(null, null, isImplicit: _first));
        _first = false;
        WriteMap(body, ObjectKeys, nestedMetadata: true);
        _emitter.Emit(new DocumentEnd(isImplicit: true));
    }

    public void End() => _emitter.Emit(new StreamEnd());

    private void WriteMap(IReadOnlyDictionary<string, object?> map, string[] leading, bool nestedMetadata = false)
    {
        _emitter.Emit(
            new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block)
        );
        foreach (var key in leading)
        {
            if (map.TryGetValue(key, out var value))
            {
                WriteEntry(key, value, nestedMetadata && key == "metadata" ? MetadataKeys : []);
            }
        }

        var rest = map.Keys.Where(key => !leading.Contains(key)).ToArray();
        Array.Sort(rest, StringComparer.Ordinal);
        foreach (var key in rest)
        {
            WriteEntry(key, map[key], []);
        }

        _emitter.Emit(new MappingEnd());
    }

    private void WriteEntry(string key, object? value, string[] leading)
    {
        WriteScalar(key, PlainScalar.IsSafeKey(key) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted);
        if (value is IReadOnlyDictionary<string, object?> map)
        {
            WriteMap(map, leading);
        }
        else
        {
            WriteValue(value);
        }
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(map, []);
                break;
            case IReadOnlyList<object?> list:
                WriteList(list);
                break;
            case string text:
                WriteScalar(text, PlainScalar.StyleOf(text));
                break;
            default:
                WriteScalar(Literal(value), ScalarStyle.Plain);
                break;
        }
    }

    private void WriteList(IReadOnlyList<object?> list)
    {
        _emitter.Emit(
            new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block)
        );
        foreach (var item in list)
        {
            WriteValue(item);
        }

        _emitter.Emit(new SequenceEnd());
    }

    private static string Literal(object? value) =>
        value switch
        {
            null => "null",
            true => "true",
            false => "false",
            long number => number.ToString(CultureInfo.InvariantCulture),
            double.NaN => ".nan",
            double.PositiveInfinity => ".inf",
            double.NegativeInfinity => "-.inf",
            double number => Literal(number),
            _ => throw new ArgumentException($"A manifest cannot hold a {value.GetType().Name}.", nameof(value)),
        };

    private static string Literal(double number)
    {
        if (ManifestValue.Normalize(number) is long whole)
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        // YAML 1.1 reads an exponent as a number only behind a decimal point.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)
            ? text.Replace("E", ".0E", StringComparison.Ordinal)
            : text;
    }

    private void WriteScalar(string text, ScalarStyle style) =>
        _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true));
}
