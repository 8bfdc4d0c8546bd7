using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeshStack.Definition;

/// <summary>The values that Istio's charts read; what else is given to them has no effect, and they do not say so.</summary>
/// <remarks>values.json beside this file is condensed from the templates and defaults of the charts of the supported versions.</remarks>
internal sealed partial class ChartKeys
{
    private static readonly FrozenDictionary<string, ChartKeys> Charts = Load();

    private readonly string _chart;
    private readonly Node _root = new();

    private ChartKeys(string chart, Dictionary<string, Key> keys)
    {
        _chart = chart;
        foreach (var (path, key) in keys)
        {
            var node = _root;
            foreach (var name in path.Split('.'))
            {
                node = node.Children.TryGetValue(name, out var child) ? child : node.Children[name] = new();
            }

            node.Key = key;
        }
    }

    /// <summary>The given values that the chart does not read, each with the nearest that it reads.</summary>
    /// <param name="chart">Name of the chart.</param>
    /// <param name="path">Where the values stand in the settings.</param>
    /// <param name="values">The values.</param>
    /// <param name="version">Version of the chart.</param>
    public static IEnumerable<ArgsProblem> Problems(
        string chart,
        string path,
        IReadOnlyDictionary<string, object>? values,
        string version
    ) => values is null ? [] : Charts[chart].Unread(path, values, Charts[chart]._root, version);

    private IEnumerable<ArgsProblem> Unread(string path, IReadOnlyDictionary<string, object> values, Node node, string version)
    {
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            var at = $"{path}.{name}";
            if (!node.Children.TryGetValue(name, out var child))
            {
                yield return ArgsProblem.Unknown(
                    at,
                    name,
                    $"the chart {_chart} reads no value of that name, and would not say so",
                    [.. node.Children.Keys]
                );
            }
            else if (child.Key is { Since: { } since } && IstioVersion.IsBefore(version, since + ".0"))
            {
                yield return new(at, $"the chart {_chart} reads it since Istio {since}, and this is {version}");
            }
            else if (child.Key is not { Open: true })
            {
                foreach (var problem in Inside(at, value, child, version))
                {
                    yield return problem;
                }
            }
        }
    }

    private IEnumerable<ArgsProblem> Inside(string path, object value, Node node, string version) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => node.Key is null
                ? Unread(path, map, node, version)
                : [new(path, "is a single value, and a map is given")],
            _ => node.Key is null ? [new(path, $"is a map of {string.Join(", ", node.Children.Keys)}, and a single value is given")] : [],
        };

    private static FrozenDictionary<string, ChartKeys> Load()
    {
        using var stream = typeof(ChartKeys).Assembly.GetManifestResourceStream("MeshStack.Install.Charts.values.json")!;
        return JsonSerializer
            .Deserialize(stream, Format.Default.DictionaryStringDictionaryStringKey)!
            .ToFrozenDictionary(c => c.Key, c => new ChartKeys(c.Key, c.Value), StringComparer.Ordinal);
    }

    /// <summary>One value.</summary>
    /// <param name="Open">Whether what is below it is Kubernetes' or the user's own.</param>
    /// <param name="Since">The minor version of Istio that it came with, where not all supported ones have it.</param>
    internal sealed record Key(bool Open = false, string? Since = null);

    private sealed class Node
    {
        public Key? Key { get; set; }

        public SortedDictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Dictionary<string, Dictionary<string, Key>>))]
    private sealed partial class Format : JsonSerializerContext;
}
