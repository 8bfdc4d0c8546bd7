using System.Text.RegularExpressions;

namespace MeshStack.ApiSurface;

/// <summary>
/// An assembly that stands for a real one and holds a part of its surface: nothing that the real one lacks or has otherwise, and
/// of what it holds all overloads and conversions. With fewer of them, code that compiles here could be ambiguous there.
/// </summary>
public sealed partial class PartialSurface(ApiListing held, ApiListing real)
{
    /// <summary>What the real assembly lacks, has otherwise, or has more of.</summary>
    public IReadOnlyList<string> Differences => [.. held.Types.SelectMany(Differing), .. held.Types.SelectMany(Missing)];

    /// <summary>The real signatures of what is held, and no others.</summary>
    public ApiListing Condensed =>
        new(
            held.Types.Select(type => (Held: type, Real: real.Find(type.Name)))
                .Where(pair => pair.Real is not null)
                .Select(pair => pair.Real! with { Members = Belonging(pair.Held, pair.Real!).ToHashSet(StringComparer.Ordinal) })
        );

    private IEnumerable<string> Differing(ApiType type)
    {
        if (real.Find(type.Name) is not { } other)
        {
            return [$"{type.Headline}\n  real: no such type"];
        }

        var headlines = Sorted(type.Headline) == Sorted(other.Headline) ? [] : new[] { $"{type.Headline}\n  real: {other.Headline}" };
        return headlines.Concat(
            type.Members.Except(other.Members)
                .Order(StringComparer.Ordinal)
                .Select(member => $"{type.Name}: {member}\n  real: {Named(other, member)}")
        );
    }

    private IEnumerable<string> Missing(ApiType type) =>
        real.Find(type.Name) is { } other
            ? Belonging(type, other)
                .Except(type.Members)
                .Where(member => !IsHeldOtherwise(type, other, member))
                .Order(StringComparer.Ordinal)
                .Select(member => $"{type.Name}: an overload or conversion is not held\n  real: {member}")
            : [];

    /// <summary>Whether a held member of that name differs, which is told already.</summary>
    private static bool IsHeldOtherwise(ApiType type, ApiType other, string member) =>
        type.Members.Except(other.Members).Any(held => ApiMember.NameOf(held) == ApiMember.NameOf(member));

    /// <summary>The real members that have the name of a held one, and all operators.</summary>
    private static IEnumerable<string> Belonging(ApiType type, ApiType other)
    {
        var names = type.Members.Select(ApiMember.NameOf).ToHashSet(StringComparer.Ordinal);
        return other.Members.Where(member => names.Contains(ApiMember.NameOf(member)) || ApiMember.IsOperator(member));
    }

    private static string Named(ApiType type, string member)
    {
        var named = type.Members.Where(other => ApiMember.NameOf(other) == ApiMember.NameOf(member)).Order(StringComparer.Ordinal).ToList();
        return named.Count == 0 ? "no member of this name" : string.Join("\n        ", named);
    }

    /// <summary>A headline whose base type and interfaces are in order.</summary>
    private static string Sorted(string headline)
    {
        var colon = headline.IndexOf(" : ", StringComparison.Ordinal);
        return colon < 0
            ? headline
            : headline[..colon] + " : " + string.Join(", ", TopLevelComma().Split(headline[(colon + 3)..]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex TopLevelComma();
}
