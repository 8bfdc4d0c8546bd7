using System.Text.Json;

namespace MeshStack.Conformance.Charts;

/// <summary>The values that one chart of one release has defaults for or reads in its templates, as somebody listed them.</summary>
internal sealed class KnownValues
{
    private const string Prefix = "known-values-";

    // Charts whose profile lifts everything below global to the top, so that each value works there as well.
    private static readonly string[] Flattened = ["gateway", "ztunnel"];

    private readonly HashSet<string> _paths;
    private readonly string[] _free;

    private KnownValues(string minor, JsonProperty chart)
    {
        (Minor, Chart) = (minor, chart.Name);
        _paths = [.. Texts(chart.Value, "values"), .. Texts(chart.Value, "templateOnly")];
        _free = [.. Texts(chart.Value, "free")];
        Leaves =
        [
            .. _paths
                .Where(path => !_paths.Any(other => other.StartsWith(path + ".", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    public string Chart { get; }

    /// <summary>The minor version of Istio.</summary>
    public string Minor { get; }

    /// <summary>The values with nothing below them.</summary>
    public IReadOnlyList<string> Leaves { get; }

    /// <summary>The lists of a folder of facts.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var charts = Path.Combine(folder, "findings", "charts");
        return Directory.Exists(charts) ? [.. Directory.GetFiles(charts, Prefix + "*.json").Order(StringComparer.Ordinal)] : [];
    }

    public static IReadOnlyList<KnownValues> Read(string file)
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(file));
        var release = Path.GetFileNameWithoutExtension(file)[Prefix.Length..];

        // The development branch was the next minor version when the list was made.
        var minor = release == "master" ? "1.32" : Version.Parse(release.Split('-')[0]).ToString(2);
        return [.. lists.RootElement.EnumerateObject().Select(chart => new KnownValues(minor, chart))];
    }

    /// <summary>Whether the chart reads a value.</summary>
    /// <remarks>The lists leave out the reader's account, which base and istiod read since 1.31.</remarks>
    public bool Reads(string path) =>
        _paths.Contains(path)
        || _free.Any(free => path.StartsWith(free + ".", StringComparison.Ordinal))
        || path == "global.readerServiceAccount.name"
        || (Flattened.Contains(Chart) && path.StartsWith("global.", StringComparison.Ordinal) && Reads(path["global.".Length..]));

    private static IEnumerable<string> Texts(JsonElement chart, string list) =>
        chart.GetProperty(list).EnumerateArray().Select(item => item.GetString()!);
}
