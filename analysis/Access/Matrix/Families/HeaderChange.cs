using System.Collections.Immutable;

namespace MeshStack.Analysis.Access;

/// <summary>What a header is once proxies changed it: a text, absent, or not known.</summary>
/// <param name="Value">The text; null where it is absent.</param>
/// <param name="Unknown">Why it is not known, for requests that had the header before.</param>
internal sealed record HeaderChange(string? Value, string? Unknown = null)
{
    public static ImmutableSortedDictionary<string, HeaderChange> Apply(ImmutableSortedDictionary<string, HeaderChange> headers, Field changes)
    {
        var result = headers.ToBuilder();
        foreach (var name in changes["remove"].Texts())
        {
            result[name.ToLowerInvariant()] = new(Value: null);
        }

        foreach (var (name, value) in changes["add"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var lower = name.ToLowerInvariant();
            result[lower] = result.GetValueOrDefault(lower) switch
            {
                { Value: { } given } change => change with { Value = $"{given},{value}" },
                { Unknown: null } => new(value),
                _ => new(value, $"the header {lower} is added to on the way"),
            };
        }

        foreach (var (name, value) in changes["set"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result[name.ToLowerInvariant()] = new(value);
        }

        return result.ToImmutable();
    }
}
