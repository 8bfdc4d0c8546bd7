namespace MeshStack.Manifests;

/// <summary>Rules on how texts are matched.</summary>
internal static class StringMatchRules
{
    private static readonly string[] Ways = ["exact", "prefix", "regex"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "string-match-one-of",
            Severity.Error,
            "VirtualService",
            "A text is matched by one of exact, prefix and regex.",
            "It would be open which of the values is compared.",
            "Keep one of exact, prefix and regex.",
            OneOf
        ),
        new(
            "string-match-empty",
            Severity.Error,
            "VirtualService",
            "A prefix to match is not empty, but for uri.",
            "Every text starts with an empty prefix, so Envoy refuses it as a match of nothing.",
            "Give a prefix, or leave the condition out.",
            EmptyPrefix
        ),
        new(
            "string-match-regex",
            Severity.Error,
            "VirtualService",
            "A regex is one of RE2 and has at most 1024 characters.",
            "Envoy compiles expressions with RE2, and refuses all routes of the listener if one fails.",
            "Write it in RE2 syntax with at most 1024 bytes, without lookaround and backreferences.",
            Regex
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject
            .Spec["http"]
            .Items.SelectMany(route => route["match"].Items.SelectMany(OfMatch).Concat(route["corsPolicy"]["allowOrigins"].Items))
            .Where(match => match.Exists);

    private static IEnumerable<Field> OfMatch(Field match) =>
        [
            match["uri"],
            match["scheme"],
            match["method"],
            match["authority"],
            .. match["headers"].Entries,
            .. match["withoutHeaders"].Entries,
            .. match["queryParams"].Entries,
        ];

    private static IEnumerable<Problem> OneOf(Subject subject) =>
        from match in Of(subject)
        let given = Ways.Where(way => match[way].Exists).ToArray()
        where given.Length > 1
        select new Problem(match, $"The match has {string.Join(" and ", given)}; it has one of {string.Join(", ", Ways)}.");

    private static IEnumerable<Problem> EmptyPrefix(Subject subject) =>
        from match in Of(subject)
        where match["prefix"].Text is "" && !IsUri(match)
        select new Problem(match["prefix"], $"The prefix is empty; leave {match.Name} out to match everything.");

    // A header may be called uri as well, and is a level deeper.
    private static bool IsUri(Field match) => match.Name == "uri" && match.Path.EndsWith("].uri", StringComparison.Ordinal);

    private static IEnumerable<Problem> Regex(Subject subject)
    {
        var rewrites = subject.Spec["http"].Items.Select(route => route["rewrite"]["uriRegexRewrite"]["match"]);
        var patterns = Of(subject)
            .Where(match => !(match.Path.Contains(".withoutHeaders", StringComparison.Ordinal) && match["regex"].Text == "*"))
            .Select(match => match["regex"]);
        return from pattern in patterns.Concat(rewrites)
            where pattern.Text is not null
            let reason = RegularExpression.WhyNot(pattern.Text!)
            where reason is not null
            select new Problem(
                pattern,
                $"The regex is not accepted: {reason}. It is RE2 syntax, 1 to {RegularExpression.LongestPattern} characters, and matches "
                    + "the whole text."
            );
    }
}
