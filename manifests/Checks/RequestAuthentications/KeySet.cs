using System.Buffers.Text;
using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>JSON Web Key Sets, and keys that stand alone.</summary>
internal static class KeySet
{
    private const string PrivatePart = "d";

    /// <summary>Why the text is none, or null where it is one.</summary>
    public static string? WhyNot(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return "it is no JSON object";
            }

            if (json.RootElement.TryGetProperty("keys", out var keys) && keys.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
            {
                return "its keys are no list";
            }

            return Keys(json.RootElement).Select(WhyNotKey).FirstOrDefault(reason => reason is not null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half a surrogate pair is JSON to the parser, and no text to whoever asks for it.
            return "it is no JSON";
        }
    }

    /// <summary>The positions of keys that are private or shared.</summary>
    public static IReadOnlyList<int> PrivateKeys(string text)
    {
        if (Placeholder.IsIn(text) || WhyNot(text) is not null)
        {
            return [];
        }

        using var json = JsonDocument.Parse(text);
        return
        [
            .. Keys(json.RootElement)
                .Select((key, index) => (Key: key, Index: index))
                .Where(entry => entry.Key.TryGetProperty(PrivatePart, out _) || entry.Key.GetProperty("kty").GetString() == "oct")
                .Select(entry => entry.Index),
        ];
    }

    private static JsonElement[] Keys(JsonElement set) =>
        !set.TryGetProperty("keys", out var keys) ? [set]
        : keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray()]
        : [];

    private static string? WhyNotKey(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object)
        {
            return "a key is no object";
        }

        var type = key.TryGetProperty("kty", out var kty) && kty.ValueKind == JsonValueKind.String ? kty.GetString() : null;
        string[]? parts = type switch
        {
            "RSA" => ["n", "e"],
            "EC" => ["x", "y"],
            "OKP" => ["x"],
            "oct" => ["k"],
            _ => null,
        };
        if (parts is null)
        {
            return $"the kty of a key is {type ?? "missing"}; it is RSA, EC, OKP or oct";
        }

        if (type is "EC" or "OKP" && !key.TryGetProperty("crv", out _))
        {
            return $"a key of kty {type} has no crv";
        }

        return parts.Where(part => !IsNumber(key, part)).Select(part => $"{part} of a key of kty {type} is no base64").FirstOrDefault();
    }

    // Of either alphabet, with or without padding.
    private static bool IsNumber(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && Base64Url.IsValid(value.GetString()!.TrimEnd('=').Replace('+', '-').Replace('/', '_'));
}
