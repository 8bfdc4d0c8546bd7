using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>The product's tables against Istio's CustomResourceDefinitions, in everything that tables hold.</summary>
internal sealed class TableComparison : IComparison
{
    // Enough to see what changed; the command that makes tables shows the rest.
    private const int MostLines = 10;

    /// <inheritdoc/>
    public string Name => "istio";

    /// <inheritdoc/>
    public bool HasFacts(string folder) => Files(folder).Count > 0;

    /// <inheritdoc/>
    public Task<ComparisonResult> RunAsync(string folder)
    {
        var files = Files(folder).Select(CondensedCrds.Read).ToList();
        var fields = files.Sum(file => file.Text.Count(character => character == '\n'));
        var unfounded = IstioCrds
            .Versions.Except(files.Select(file => file.Minor))
            .Select(version => $"Istio {version}: there is a table, and no file to compare it with");
        return Task.FromResult(
            new ComparisonResult(
                $"{files.Count} files with {fields:N0} lines of condensed definitions",
                [.. files.SelectMany(Differences), .. unfounded]
            )
        );
    }

    private static List<string> Files(string folder)
    {
        var istio = Path.Combine(folder, "istio");
        return Directory.Exists(istio) ? [.. Directory.GetFiles(istio, "crds-*.yaml").Order(StringComparer.Ordinal)] : [];
    }

    private static IEnumerable<string> Differences(CondensedCrds expected)
    {
        if (IstioTables.Read(expected.Minor) is not { } table)
        {
            return [$"Istio {expected.Istio}: there is no table of {expected.Minor}"];
        }

        // Releases of a minor version share a table, which names one of them.
        var (given, wanted) = (Lines(table), Lines(expected.Text));
        var lines = given
            .Except(wanted, StringComparer.Ordinal)
            .Select(line => $"- {line.Trim()}")
            .Concat(wanted.Except(given, StringComparer.Ordinal).Select(line => $"+ {line.Trim()}"))
            .DefaultIfEmpty("the same lines stand in another order")
            .ToList();
        var shown = lines.Count > MostLines ? lines.Take(MostLines).Append("…") : lines;
        return given.SequenceEqual(wanted) ? [] : [$"Istio {expected.Istio}: {lines.Count} lines differ\n{string.Join('\n', shown)}"];
    }

    private static string[] Lines(string table) =>
        [.. table.Split('\n').Where(line => !line.StartsWith("  \"istio\":", StringComparison.Ordinal))];
}
