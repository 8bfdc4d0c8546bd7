namespace MeshStack.Analysis.Matching;

/// <summary>Hosts with wildcards in front, as Istio compares them.</summary>
/// <remarks>Source: pkg/config/host/name.go of istio/istio.</remarks>
internal static class HostMatch
{
    /// <summary>True where every host of the first is one of the second.</summary>
    public static bool IsSubset(string host, string pattern) =>
        pattern.StartsWith('*')
            ? host.StartsWith('*')
                ? host.Length >= pattern.Length && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
                : host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) && (pattern == "*" || host.Length >= pattern.Length)
            : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the two share a host.</summary>
    public static bool Overlap(string one, string other) => IsSubset(one, other) || IsSubset(other, one);

    /// <summary>The order of patterns that cover one host: names first, then long wildcards before short ones.</summary>
    public static (bool IsWildcard, int Shortness) Distance(string pattern) => (pattern.StartsWith('*'), -pattern.Length);

    /// <summary>A short name in full, as seen from a namespace.</summary>
    public static string Full(string host, string ns) =>
        host.StartsWith('*') || host.Contains('.', StringComparison.Ordinal) || Placeholder.IsIn(host)
            ? host.ToLowerInvariant()
            : ServiceDns.HostOf(host, ns).ToLowerInvariant();

    /// <summary>The lengths that patterns with a wildcard have, longest first: no other part of a host needs to be looked up.</summary>
    public static IReadOnlyList<int> WildcardLengths(IEnumerable<string> patterns) =>
        [.. patterns.Where(pattern => pattern.StartsWith('*')).Select(pattern => pattern.Length).Distinct().OrderDescending()];

    /// <summary>The most specific of patterns that covers a host: the name itself, else the longest wildcard.</summary>
    public static string? MostSpecific(string host, IReadOnlyList<int> wildcards, Func<string, bool> isGiven)
    {
        if (isGiven(host))
        {
            return host;
        }

        var name = host.StartsWith('*') ? host[1..] : host;
        foreach (var length in wildcards)
        {
            var start = name.Length + 1 - length;
            if (start >= (host.StartsWith('*') ? 1 : 0) && $"*{name[start..]}" is var pattern && isGiven(pattern))
            {
                return pattern;
            }
        }

        return null;
    }
}
