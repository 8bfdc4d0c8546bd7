using System.IO.Compression;
using System.Text.Json;

namespace MeshStack.Conformance.Engine;

/// <summary>The registrations that the real engine was given, one after the other.</summary>
internal sealed record RecordedProgram(IReadOnlyList<RecordedEvent> Events, PropertyMap Outputs) : IProgram
{
    /// <summary>Reads <c>NAME.json.gz</c>.</summary>
    public static RecordedProgram Read(string file)
    {
        try
        {
            using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var document = JsonDocument.Parse(stream);
            var events = document.RootElement.GetProperty("events").EnumerateArray();
            return new(
                [.. events.Where(e => e.GetProperty("kind").GetString() is "register" or "read").Select(RecordedEvent.Read)],
                RecordedEvent.Values(document.RootElement.GetProperty("stackOutputs"))
            );
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidDataException)
        {
            throw new ConformanceException($"{file}: {e.Message}");
        }
    }

    /// <summary>The same program with resources that say what they were called before.</summary>
    public RecordedProgram WithAliases(string now, string before) =>
        this with
        {
            Events =
            [
                .. Events.Select(e =>
                    e.Goal.Name.Contains(now, StringComparison.Ordinal)
                        ? e with
                        {
                            Goal = e.Goal with { Aliases = [new(Name: e.Goal.Name.Replace(now, before, StringComparison.Ordinal))] },
                        }
                        : e
                ),
            ],
        };

    public void Run(IResourceMonitor monitor)
    {
        var ids = new Dictionary<string, string?>(StringComparer.Ordinal);
        var stack = "";
        foreach (var recorded in Events)
        {
            var goal = recorded.Goal;
            if (goal.Provider is { } provider)
            {
                goal = goal with { Provider = $"{provider}::{ids[provider] ?? Properties.Unknown}" };
            }

            var answer = monitor.RegisterResource(goal);
            ids[answer.Urn] = answer.Id;
            stack = goal.Type == Urn.RootStackType ? answer.Urn : stack;
        }

        monitor.RegisterResourceOutputs(stack, Outputs);
    }
}
