using System.Text.Json;

namespace MeshStack.Conformance.Istio;

/// <summary>Recorded JSON as the plain values that manifests are made of.</summary>
internal static class RecordedValue
{
    public static object? Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().ToDictionary(entry => entry.Name, entry => Of(entry.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select(Of).ToArray(),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            _ => null,
        };
}
