using System.Globalization;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>A text per match that is the same for matches that take the same requests; names do not count.</summary>
internal static class MatchKey
{
    public static string Of(Field match) => Build(match, key => key is not ("name" or "statPrefix"));

    public static string WithoutUri(Field match) => Build(match, key => key is not ("name" or "statPrefix" or "uri"));

    private static string Build(Field match, Func<string, bool> counts)
    {
        var key = new StringBuilder();
        foreach (var field in match.Entries.Where(field => counts(field.Name)))
        {
            key.Append(field.Name).Append('=');
            Append(key, field.Value);
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                key.Append('{');
                foreach (var (name, entry) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    Append(key, name);
                    Append(key, entry);
                }

                key.Append('}');
                break;
            case IReadOnlyList<object?> list:
                key.Append('[');
                foreach (var item in list)
                {
                    Append(key, item);
                }

                key.Append(']');
                break;
            case string text:
                key.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
                break;
            default:
                key.Append(CultureInfo.InvariantCulture, $"{value ?? "null"};");
                break;
        }
    }
}
