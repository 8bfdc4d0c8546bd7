using System.Globalization;
using System.Text;

namespace MeshStack.Manifests;

/// <summary>A text per match that is the same for matches that are the same; names, fields that do not exist and fields with nothing in
/// them do not count.</summary>
internal static class MatchKey
{
    private const string Uri = "uri";
    private const string StatPrefix = "statPrefix";

    private static readonly string[] Conditions = [Uri, "scheme", "method", "authority"];
    private static readonly string[] Maps = ["headers", "withoutHeaders", "queryParams"];
    private static readonly string[] Ways = ["exact", "prefix", "regex"];

    private static readonly string[] Others =
    [
        "destinationSubnets",
        "gateways",
        "ignoreUriCase",
        "port",
        "sniHosts",
        "sourceLabels",
        "sourceNamespace",
        "sourceSubnet",
        StatPrefix,
    ];

    public static string Of(Field match) => Build(match, "");

    /// <summary>The same for matches that take the same requests, whatever they are counted as.</summary>
    public static string OfTraffic(Field match) => Build(match, StatPrefix);

    public static string WithoutUri(Field match) => Build(match, StatPrefix, Uri);

    private static string Build(Field match, params ReadOnlySpan<string> without)
    {
        var key = new StringBuilder();
        foreach (var name in Conditions)
        {
            if (!without.Contains(name) && match[name].Exists)
            {
                AppendCondition(key, name, match[name]);
            }
        }

        foreach (var name in Maps)
        {
            foreach (var entry in match[name].Entries)
            {
                key.Append(name).Append('.');
                AppendCondition(key, entry.Name, entry);
            }
        }

        foreach (var name in Others)
        {
            if (!without.Contains(name) && !IsDefault(match[name].Value))
            {
                Append(key, name);
                Append(key, match[name].Value);
            }
        }

        return key.ToString();
    }

    private static bool IsDefault(object? value) =>
        value is null or "" or 0L or false or IReadOnlyList<object?> { Count: 0 } or IReadOnlyDictionary<string, object?> { Count: 0 };

    private static void AppendCondition(StringBuilder key, string name, Field condition)
    {
        Append(key, name);
        foreach (var way in Ways)
        {
            if (condition[way].Text is { } text)
            {
                key.Append(way).Append('=');
                Append(key, text);
            }
        }
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
