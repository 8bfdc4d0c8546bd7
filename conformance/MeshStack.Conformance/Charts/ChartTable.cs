using System.Text.Json;

namespace MeshStack.Conformance.Charts;

/// <summary>The product's table of the values that charts read.</summary>
internal sealed class ChartTable(IReadOnlyDictionary<string, IReadOnlyList<(ChartKey Key, Version? Since)>> charts)
{
    /// <summary>Reads the table of the checkout.</summary>
    public static ChartTable Read()
    {
        using var table = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "definition", "Install", "Charts", "values.json"))
        );
        return new(
            table
                .RootElement.EnumerateObject()
                .ToDictionary(
                    chart => chart.Name,
                    chart => (IReadOnlyList<(ChartKey, Version?)>)[.. chart.Value.EnumerateObject().Select(Key)],
                    StringComparer.Ordinal
                )
        );
    }

    /// <summary>The values of a chart in a minor version of Istio.</summary>
    public IReadOnlyList<ChartKey> Keys(string chart, string minor) =>
        [.. charts[chart].Where(key => key.Since is null || key.Since <= Version.Parse(minor)).Select(key => key.Key)];

    private static (ChartKey Key, Version? Since) Key(JsonProperty key) =>
        (
            new(key.Name, key.Value.TryGetProperty("open", out var open) && open.GetBoolean()),
            key.Value.TryGetProperty("since", out var since) ? Version.Parse(since.GetString()!) : null
        );
}
