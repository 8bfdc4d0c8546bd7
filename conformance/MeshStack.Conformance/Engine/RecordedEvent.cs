using System.Text.Json;

namespace MeshStack.Conformance.Engine;

/// <summary>One registration, or one read.</summary>
/// <param name="Goal">What was asked for; its provider is a URN alone.</param>
internal sealed record RecordedEvent(Goal Goal)
{
    public static RecordedEvent Read(JsonElement json)
    {
        var isRead = Text(json, "kind") == "read";
        var inputs = Values(json.GetProperty("inputs"));
        if (Text(json, "type") == "pulumi:providers:kubernetes")
        {
            // The measured provider knew the server of every context, and took Secrets for mutable.
            inputs = inputs.SetItem("kubeconfig", "config").SetItem("enableSecretMutable", "true");
        }

        return new(
            new Goal
            {
                Type = Text(json, "type")!,
                Name = Text(json, "name")!,
                Custom = !isRead && json.GetProperty("custom").GetBoolean(),
                Inputs = inputs,
                Parent = Text(json, "parent"),
                Dependencies = [.. json.GetProperty("deps").EnumerateArray().Select(d => d.GetString()!)],
                Provider = Text(json, "provider") is { } reference ? ResourceState.UrnOf(reference) : null,
                Protect = json.TryGetProperty("protect", out var protect) && protect.ValueKind == JsonValueKind.True ? true : null,
                ReadId = isRead ? Text(json, "id") : null,
            }
        );
    }

    public static PropertyMap Values(JsonElement json) => (PropertyMap)Value(json)!;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    // What is secret is so on the wire alone.
    private static object? Value(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object when json.TryGetProperty("$secret", out var secret) => Value(secret),
            JsonValueKind.Object => json.EnumerateObject()
                .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                .ToImmutableDictionary(p => p.Name, p => Value(p.Value)!),
            JsonValueKind.Array => json.EnumerateArray().Select(item => Value(item)!).ToImmutableArray(),
            _ => Properties.FromJson(json),
        };
}
