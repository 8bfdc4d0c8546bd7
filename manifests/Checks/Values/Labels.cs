using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Kubernetes labels: an optional DNS prefix with a slash, a name, and a value, each name and value of at most 63
/// characters.</summary>
internal static partial class Labels
{
    private const int LongestName = 63;

    public static IEnumerable<Problem> Check(Field labels)
    {
        foreach (var label in labels.Entries)
        {
            if (!Placeholder.IsIn(label.Name) && !IsKey(label.Name))
            {
                yield return new(
                    label,
                    $"\"{label.Name}\" is no label key; a key is letters, digits, '-', '_' and '.', at most 63 characters, behind an "
                        + "optional DNS name and '/'."
                );
            }

            if (label.Text is { Length: > 0 } value && !Placeholder.IsIn(value) && !IsName(value))
            {
                yield return new(
                    label,
                    $"\"{value}\" is no label value; a value is letters, digits, '-', '_' and '.', at most 63 characters, and starts and "
                        + "ends with a letter or digit."
                );
            }
        }
    }

    private static bool IsKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? IsName(key) : HostName.WhyNotName(key[..slash]) is null && IsName(key[(slash + 1)..]);
    }

    private static bool IsName(string text) => text.Length <= LongestName && Name().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
