using System.Text.Json;

namespace MeshStack.Hosting;

/// <summary>What the configuration of a program's stack says may leave: <c>meshstack:removed</c>, as in a definition.</summary>
internal static class ProgramRemovals
{
    private const string Key = StackConfiguration.Namespace + ":removed";

    /// <summary>What the engine gave this process.</summary>
    public static RemovalSettings OfThisProcess() => From(Environment.GetEnvironmentVariable("PULUMI_CONFIG"));

    /// <summary>What the engine's variable says; nothing where it says it in another form.</summary>
    /// <param name="config">Its text: values by key, each of them a text that may hold JSON.</param>
    public static RemovalSettings From(string? config)
    {
        if (string.IsNullOrEmpty(config))
        {
            return new();
        }

        try
        {
            using var values = JsonDocument.Parse(config);
            if (!values.RootElement.TryGetProperty(Key, out var value) || value.GetString() is not { } text)
            {
                return new();
            }

            using var removed = JsonDocument.Parse(text);
            return new() { Clusters = Texts(removed.RootElement, "clusters"), Namespaces = Texts(removed.RootElement, "namespaces") };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new();
        }
    }

    private static IReadOnlyList<string> Texts(JsonElement removed, string key) =>
        removed.ValueKind == JsonValueKind.Object && removed.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
