using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshStack.Conformance.PulumiBehaviour;

/// <summary>Reads what scenarios saw: a file TOPIC.json of scenarios, each with its observations under <c>saw</c>.</summary>
internal static class Recording
{
    public static IReadOnlyDictionary<ScenarioName, JsonObject> Read(string folder)
    {
        var scenarios = new Dictionary<ScenarioName, JsonObject>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
        {
            foreach (var (name, scenario) in Parse(path))
            {
                scenarios[new ScenarioName(Path.GetFileNameWithoutExtension(path), name)] =
                    (scenario as JsonObject)?["saw"] as JsonObject ?? throw NoRecording(path, $"{name} has no observations under 'saw'");
            }
        }

        return scenarios;
    }

    private static JsonObject Parse(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw NoRecording(path, "it is no JSON object");
        }
        catch (JsonException e)
        {
            throw NoRecording(path, e.Message);
        }
    }

    private static ConformanceException NoRecording(string path, string reason) => new($"{path} is no recording: {reason}");
}
