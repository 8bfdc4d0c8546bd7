namespace MeshStack.Conformance.Charts;

/// <summary>The product's table of the values that Istio's charts read, against lists that were made from the charts themselves.</summary>
internal sealed class ChartComparison : IComparison
{
    // What the charts keep for themselves, and defaults that no template reads: a definition that gives one of these is wrong.
    private static readonly string[] NotForUsers =
    [
        "_internal_defaults_do_not_set",
        "_original",
        "defaults",
        "ownerName",
        "base.enableIstioConfigCRDs",
        "ambient.configDir",
    ];

    /// <inheritdoc/>
    public string Name => "charts";

    /// <inheritdoc/>
    public bool HasFacts(string folder) => KnownValues.Files(folder).Count > 0;

    /// <inheritdoc/>
    public Task<ComparisonResult> RunAsync(string folder)
    {
        var table = ChartTable.Read();
        var lists = KnownValues.Files(folder).SelectMany(KnownValues.Read).ToList();
        return Task.FromResult(
            new ComparisonResult(
                $"{lists.Count} lists with {lists.Sum(list => list.Leaves.Count):N0} values",
                [.. lists.SelectMany(list => Differences(list, table))]
            )
        );
    }

    private static IEnumerable<string> Differences(KnownValues list, ChartTable table)
    {
        var where = $"chart {list.Chart} of Istio {list.Minor}";
        var keys = table.Keys(list.Chart, list.Minor);
        foreach (var value in list.Leaves.Except(NotForUsers, StringComparer.Ordinal).Where(value => !keys.Any(key => key.Covers(value))))
        {
            yield return $"{where}: the table has no {value}, which the chart reads";
        }

        foreach (var key in keys.Where(key => !list.Reads(key.Path)))
        {
            yield return $"{where}: the table has {key.Path}, which the chart does not read";
        }
    }
}
