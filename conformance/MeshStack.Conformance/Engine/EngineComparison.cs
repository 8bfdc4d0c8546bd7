using System.Globalization;
using System.Text.RegularExpressions;

namespace MeshStack.Conformance.Engine;

/// <summary>The tests' model of Pulumi's engine against what the real one did with the same registrations: counts and exit codes.</summary>
internal sealed partial class EngineComparison : IComparison
{
    /// <inheritdoc/>
    public string Name => "engine";

    /// <inheritdoc/>
    public bool HasFacts(string folder) => File.Exists(TableOf(folder));

    /// <inheritdoc/>
    public Task<ComparisonResult> RunAsync(string folder)
    {
        var known = new Dictionary<string, RecordedProgram>(StringComparer.Ordinal);
        var sequences = new MeasuredSequences(name =>
            known.TryGetValue(name, out var program)
                ? program
                : known[name] = RecordedProgram.Read(Path.Combine(folder, "findings", "engine", "streams", name + ".json.gz"))
        );
        var rows = File.ReadLines(TableOf(folder)).Select(line => Row().Match(line)).Where(row => row.Success).ToList();
        var differences = rows.SelectMany(row => Differences(row.Groups["sequence"].Value, row.Groups["result"].Value, sequences)).ToList();
        return Task.FromResult(new ComparisonResult($"{rows.Count} sequences of {known.Count} programs", differences));
    }

    private static IEnumerable<string> Differences(string sequence, string measured, MeasuredSequences sequences)
    {
        if (sequences.Run(sequence) is not { } results)
        {
            return [$"{sequence}: no such sequence is done to the model"];
        }

        var modelled = results.SelectMany(Facts).ToHashSet(StringComparer.Ordinal);
        return Fact()
            .Matches(measured)
            .Select(fact => fact.Value)
            .Where(fact => !modelled.Contains(fact))
            .Select(fact => $"{sequence}: {fact} was measured, the model says {string.Join(" | ", results.Select(r => r.Summary))}");
    }

    private static IEnumerable<string> Facts(UpdateResult result) =>
        new[]
        {
            (result.Created.Count, "created"),
            (result.Updated.Count, "updated"),
            (result.Replaced.Count, "to replace"),
            (result.Deleted.Count, "deleted"),
            (result.Unchanged.Count, "unchanged"),
        }
            .Select(fact => string.Create(CultureInfo.InvariantCulture, $"{fact.Item1} {fact.Item2}"))
            .Append(string.Create(CultureInfo.InvariantCulture, $"rc {result.ExitCode}"));

    private static string TableOf(string folder) => Path.Combine(folder, "findings", "engine", "README.md");

    [GeneratedRegex(@"^\| (?<sequence>(up1|destroy)[^|]*?) \| (?<result>[^|]+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b\d+ (created|updated|to replace|deleted|unchanged)|rc \d")]
    private static partial Regex Fact();
}
