using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshStack.Conformance.PulumiBehaviour;

/// <summary>Finds the innermost places at which two JSON values differ.</summary>
internal static class JsonDifference
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each difference as the path to it and both values.</summary>
    public static IEnumerable<string> Of(string path, JsonNode? real, JsonNode? here) =>
        (real, here) switch
        {
            _ when JsonNode.DeepEquals(real, here) => [],
            (JsonObject one, JsonObject other) => one.Concat(other)
                .Select(entry => entry.Key)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .SelectMany(key => Of($"{path} > {key}", one[key], other[key])),
            (JsonArray one, JsonArray other) when one.Count == other.Count => Enumerable
                .Range(0, one.Count)
                .SelectMany(index => Of($"{path} > {index}", one[index], other[index])),
            _ => [$"{path}\n  real: {Text(real)}\n  here: {Text(here)}"],
        };

    private static string Text(JsonNode? node) => node?.ToJsonString(Plain) ?? "null or nothing";
}
