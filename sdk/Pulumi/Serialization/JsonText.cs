using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>JSON as protobuf writes it: sorted keys, spaces inside brackets, &lt; and &gt; escaped.</summary>
internal static class JsonText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case string words:
                WriteString(text, words);
                break;
            case ImmutableDictionary<string, object?> map:
                WriteMap(text, map);
                break;
            case ImmutableArray<object?> list:
                WriteList(text, list);
                break;
            case Resource resource:
                WriteString(text, resource.Urn.TryGetData(out var urn) ? urn.Value : "");
                break;
        }
    }

    private static void WriteMap(StringBuilder text, ImmutableDictionary<string, object?> map)
    {
        text.Append("{ ");
        var first = true;
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!first)
            {
                text.Append(", ");
            }

            first = false;
            WriteString(text, key);
            text.Append(": ");
            Write(text, value);
        }

        text.Append(first ? "}" : " }");
    }

    private static void WriteList(StringBuilder text, ImmutableArray<object?> list)
    {
        text.Append("[ ");
        for (var i = 0; i < list.Length; i++)
        {
            if (i > 0)
            {
                text.Append(", ");
            }

            Write(text, list[i]);
        }

        text.Append(list.IsEmpty ? "]" : " ]");
    }

    private static void WriteString(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (var c in words)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case < ' ' or '<' or '>' or (>= '\x7f' and < '\xa0') or '\u2028' or '\u2029':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
