using System.Text;
using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>JSON objects that follow one another with nothing between them, as kubectl reads them.</summary>
/// <remarks>Source: YAMLOrJSONDecoder of k8s.io/apimachinery/pkg/util/yaml.</remarks>
internal static class JsonStream
{
    // What is nested deeper is not read either.
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = 1024 };

    /// <summary>Where, from a place of a text on, objects end that another one follows.</summary>
    public static IReadOnlyList<int> Ends(string text, int start)
    {
        List<int> ends = [];
        if (!IsObject(text.AsSpan(start)))
        {
            return ends;
        }

        var json = Encoding.UTF8.GetBytes(text[start..]);
        var reader = new Utf8JsonReader(json, Options);
        var (at, read) = (start, 0);
        try
        {
            while (reader.Read() && reader.TrySkip())
            {
                at += Encoding.UTF8.GetCharCount(json, read, (int)reader.BytesConsumed - read);
                read = (int)reader.BytesConsumed;
                if (!IsObject(text.AsSpan(at)))
                {
                    break;
                }

                ends.Add(at);
            }
        }
        catch (JsonException)
        {
            // What is no JSON is YAML, or the reader of YAML says what is wrong with it.
            return ends;
        }

        return ends;
    }

    private static bool IsObject(ReadOnlySpan<char> text) => text.TrimStart() is ['{', ..];
}
