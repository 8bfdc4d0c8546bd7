using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Labels as istiod takes them: an optional DNS prefix with a slash, a name of at most 63 characters, and a value.</summary>
internal static partial class Labels
{
    private const int LongestName = 63;
    private const int LongestPrefix = 253;

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

            if (label.Text is { Length: > 0 } value && !Placeholder.IsIn(value) && !Name().IsMatch(value))
            {
                yield return new(
                    label,
                    $"\"{value}\" is no label value; a value is letters, digits, '-', '_' and '.', and starts and ends with a letter or "
                        + "digit."
                );
            }
        }
    }

    /// <summary>Values that no workload can have, because Kubernetes takes none of their length.</summary>
    public static IEnumerable<Problem> TooLong(Field labels) =>
        from label in labels.Entries
        where label.Text is { Length: > LongestName } value && !Placeholder.IsIn(value)
        select new Problem(
            label,
            $"The label value has {label.Text!.Length} characters; Kubernetes takes at most {LongestName}, so no workload has it."
        );

    private static bool IsKey(string key)
    {
        var slash = key.LastIndexOf('/');
        var name = key[(slash + 1)..];
        return name.Length <= LongestName
            && Name().IsMatch(name)
            && (slash < 0 || (slash <= LongestPrefix && Prefix().IsMatch(key[..slash])));
    }

    [GeneratedRegex(@"^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Prefix();
}
