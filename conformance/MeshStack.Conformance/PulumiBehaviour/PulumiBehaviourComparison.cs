using System.Text.Json.Nodes;

namespace MeshStack.Conformance.PulumiBehaviour;

/// <summary>What small programs see of the stand-ins in sdk/ against what they saw of the real Pulumi packages.</summary>
internal sealed class PulumiBehaviourComparison : IComparison
{
    public string Name => "pulumi-behaviour";

    public bool HasFacts(string folder) =>
        Directory.Exists(Recordings(folder)) && Directory.Exists(Path.Combine(Root(folder), "Scenarios"));

    public async Task<ComparisonResult> RunAsync(string folder)
    {
        var temporary = Directory.CreateTempSubdirectory("meshstack-conformance-").FullName;
        try
        {
            var program = await ScenarioProgram.BuildAsync(Root(folder), temporary);
            return Compare(Recording.Read(Recordings(folder)), Recording.Read(await program.RunAsync()));
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static string Root(string folder) => Path.GetFullPath(Path.Combine(folder, "pulumi-behaviour"));

    private static string Recordings(string folder) => Path.Combine(Root(folder), "recordings");

    // What was not compiled was not played.
    private static ComparisonResult Compare(
        IReadOnlyDictionary<ScenarioName, JsonObject> real,
        IReadOnlyDictionary<ScenarioName, JsonObject> here
    )
    {
        var differences = new List<string>();
        var observations = 0;
        foreach (var (scenario, saw) in here.OrderBy(played => played.Key))
        {
            var expected = real.GetValueOrDefault(scenario) ?? [];
            foreach (var key in saw.Concat(expected).Select(observation => observation.Key).Distinct().Order(StringComparer.Ordinal))
            {
                observations++;
                differences.AddRange(JsonDifference.Of($"{scenario}: {key}", expected[key], saw[key]));
            }
        }

        var leftOut = real.Keys.Except(here.Keys).Order().ToList();
        var without = leftOut.Count == 0 ? "" : $"; not among them, as sdk/ lacks what they use: {string.Join(", ", leftOut)}";
        var compared = $"{here.Count:N0} of {real.Count:N0} scenarios with {observations:N0} observations{without}";
        return new ComparisonResult(compared, differences);
    }
}
