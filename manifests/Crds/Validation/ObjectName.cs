using System.Buffers;

namespace MeshStack.Manifests;

/// <summary>The forms of names, labels and annotations that every object has.</summary>
/// <remarks>
/// Sources: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.
/// </remarks>
internal static class ObjectName
{
    public const int LongestSubdomain = 253;
    public const int LongestSegment = 63;

    private const string LabelCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private static readonly SearchValues<char> InLabel = SearchValues.Create(LabelCharacters);
    private static readonly SearchValues<char> InSegment = SearchValues.Create(LabelCharacters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ_.");

    /// <summary>Labels of DNS in lower case, joined by dots.</summary>
    public static bool IsSubdomain(string text)
    {
        if (text.Length is 0 or > LongestSubdomain)
        {
            return false;
        }

        foreach (var range in text.AsSpan().Split('.'))
        {
            var label = text.AsSpan(range);
            if (label.Length == 0 || label.ContainsAnyExcept(InLabel) || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One label of DNS in lower case.</summary>
    public static bool IsLabel(string text) => text.Length <= LongestSegment && !text.Contains('.') && IsSubdomain(text);

    /// <summary>A key of labels or annotations: a name, behind an optional subdomain and a slash.</summary>
    public static bool IsQualifiedName(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? IsSegment(text) : IsSubdomain(text[..slash]) && IsSegment(text.AsSpan(slash + 1));
    }

    /// <summary>A value of a label.</summary>
    public static bool IsLabelValue(string text) => text.Length == 0 || IsSegment(text);

    private static bool IsSegment(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestSegment
        && !text.ContainsAnyExcept(InSegment)
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);
}
