using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>A version of a kind.</summary>
/// <param name="Name">Its name, such as <c>v1</c>.</param>
/// <param name="Served">Whether the API server takes objects of it.</param>
/// <param name="Storage">Whether objects are stored in it.</param>
/// <param name="HasStatus">Whether the status is a subresource; the API server drops it from what is applied.</param>
/// <param name="Schema">The position of its schema among those of the kind.</param>
internal sealed record CrdVersion(string Name, bool Served, bool Storage, bool HasStatus, int Schema)
{
    public static CrdVersion Read(JsonElement json) =>
        new(
            json.GetProperty("name").GetString()!,
            json.GetProperty("served").GetBoolean(),
            json.GetProperty("storage").GetBoolean(),
            json.TryGetProperty("subresources", out var subresources) && subresources.TryGetProperty("status", out _),
            json.GetProperty("schema").GetInt32()
        );
}
