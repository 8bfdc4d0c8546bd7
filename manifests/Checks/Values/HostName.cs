using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Host names as Istio takes them: DNS names of RFC 1123 in any case, with a wildcard only in front.</summary>
internal static class HostName
{
    public const int LongestName = 255;

    private const int LongestLabel = 63;

    public static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (var character in label)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why the text is no full name, or null where it is one.</summary>
    public static string? WhyNotName(string host) => Placeholder.IsIn(host) ? null : WhyNotLength(host) ?? WhyNotLabels(host);

    /// <summary>Why the text is neither a name nor a name with a wildcard in front, or null where it is one.</summary>
    public static string? WhyNotPattern(string host)
    {
        if (Placeholder.IsIn(host))
        {
            return null;
        }

        if (WhyNotLength(host) is { } length)
        {
            return length;
        }

        var dot = host.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? host : host[..dot];
        var label =
            first.StartsWith("*-", StringComparison.Ordinal) ? first[2..]
            : first.StartsWith('*') ? first[1..]
            : first;
        if (first.Length > LongestLabel || (first != "*" && !IsLabel(label)))
        {
            return $"\"{first}\" is no DNS label (letters, digits and inner hyphens, at most 63; * may only stand first)";
        }

        return dot < 0 ? null : WhyNotLabels(host[(dot + 1)..]);
    }

    /// <summary>True where a wildcard stands in the name other than as <c>*</c> or <c>*.</c> in front.</summary>
    public static bool IsPartialWildcard(string host) =>
        host.Contains('*', StringComparison.Ordinal) && host != "*" && !host.StartsWith("*.", StringComparison.Ordinal);

    private static string? WhyNotLength(string host) =>
        host.Length switch
        {
            0 => "it is empty",
            > LongestName => $"it is longer than {LongestName} characters",
            _ => null,
        };

    private static string? WhyNotLabels(string name)
    {
        var labels = name.Split('.');
        if (long.TryParse(labels[^1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return $"its last label \"{labels[^1]}\" is a number";
        }

        for (var index = 0; index < labels.Length; index++)
        {
            var isTrailingDot = index == labels.Length - 1 && labels[index].Length == 0;
            if (!isTrailingDot && !IsLabel(labels[index]))
            {
                return $"\"{labels[index]}\" is no DNS label (letters, digits and inner hyphens, at most 63)";
            }
        }

        return null;
    }
}
