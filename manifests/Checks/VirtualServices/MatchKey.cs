using System.Globalization;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>A text per match that is the same for matches that are the same; names and fields with nothing in them do not count.</summary>
internal static class MatchKey
{
    public static string Of(Field match) => Build(match, key => key != "name");

    /// <summary>The same for matches that take the same requests, whatever they are counted as.</summary>
    public static string OfTraffic(Field match) => Build(match, key => key is not ("name" or "statPrefix"));

    public static string WithoutUri(Field match) => Build(match, key => key is not ("name" or "statPrefix" or "uri"));

    private static string Build(Field match, Func<string, bool> counts)
    {
        var key = new StringBuilder();
        foreach (var field in match.Entries.Where(field => counts(field.Name) && !IsDefault(field)))
        {
            key.Append(field.Name).Append('=');
            Append(key, field.Value);
        }

        return key.ToString();
    }

    // A condition without content is one all the same, unlike an empty map of conditions.
    private static bool IsDefault(Field field) =>
        field.Value is null or "" or 0L or false or IReadOnlyList<object?> { Count: 0 }
        || (
            field.Value is IReadOnlyDictionary<string, object?> { Count: 0 }
            && field.Name is not ("uri" or "scheme" or "method" or "authority")
        );

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
