using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>A rule in the Common Expression Language, and what Istio says where it does not hold.</summary>
internal sealed record ValidationRule(string Rule, string Message)
{
    public static ValidationRule Read(JsonElement json, string name)
    {
        foreach (var part in json.EnumerateObject())
        {
            if (part.Name is not ("rule" or "message"))
            {
                throw new UnsupportedSchemaException($"{name}: {part.Name} of a rule is not implemented.");
            }
        }

        return new(json.GetProperty("rule").GetString()!, json.GetProperty("message").GetString()!);
    }
}
