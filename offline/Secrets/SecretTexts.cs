using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MeshStack.Offline.Secrets;

/// <summary>The texts of a run that nobody may read, and the mask that takes their place.</summary>
internal sealed class SecretTexts
{
    // Shorter texts are found in all sorts of innocent ones, so they count only as a whole.
    private const int ShortestPart = 4;

    private readonly HashSet<string> _wholes;
    private readonly string[] _parts;
    private readonly SearchValues<string> _search;

    public SecretTexts(IEnumerable<string> texts)
    {
        _wholes = [.. texts.Where(text => text.Length > 0).SelectMany(Forms)];

        // Longer ones first, so that one secret inside another leaves nothing behind.
        _parts =
        [
            .. _wholes
                .Where(text => text.Length >= ShortestPart)
                .OrderByDescending(text => text.Length)
                .ThenBy(text => text, StringComparer.Ordinal),
        ];
        _search = SearchValues.Create(_parts, StringComparison.Ordinal);
    }

    public bool IsEmpty => _wholes.Count == 0;

    /// <summary>True for a text that is, or holds, a secret.</summary>
    public bool Reveals(string text) => !IsEmpty && (_wholes.Contains(text) || text.AsSpan().ContainsAny(_search));

    /// <summary>The text with the mask in place of every secret in it.</summary>
    public string Hide(string text)
    {
        if (_wholes.Contains(text))
        {
            return SecretMask.Text;
        }

        return Reveals(text)
            ? _parts.Aggregate(text, (hidden, part) => hidden.Replace(part, SecretMask.Text, StringComparison.Ordinal))
            : text;
    }

    private static IEnumerable<string> Forms(string text)
    {
        yield return text;
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (text.Length > 0 && text[0] is '{' or '[')
        {
            foreach (var leaf in JsonTexts(text))
            {
                yield return leaf;
                yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(leaf));
            }
        }
    }

    private static List<string> JsonTexts(string json)
    {
        var texts = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json);
            Collect(document.RootElement, texts);
        }
        catch (JsonException)
        {
            // Text that only begins like JSON is secret as a whole.
        }

        return texts;
    }

    private static void Collect(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when element.GetString() is { Length: > 0 } text:
                texts.Add(text);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, texts);
                }

                break;
        }
    }
}
