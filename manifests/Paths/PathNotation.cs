using System.Buffers;
using System.Text.RegularExpressions;

namespace MeshStack.Manifests;

/// <summary>Paths as AuthorizationPolicies compare them, and what people write in the notation of something else.</summary>
/// <remarks>https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation.</remarks>
internal static partial class PathNotation
{
    private const string Allowed = "allowed: a whole path, PREFIX*, *SUFFIX, and {*} or {**} as segments";

    // Proxies escape or replace these before they compare: who writes one means a regular expression.
    private static readonly SearchValues<char> OfExpressions = SearchValues.Create("^\\");

    private static readonly string[] Schemes = ["regex:", "re:", "regexp:", "prefix:", "exact:", "suffix:", "glob:"];

    /// <summary>Why a path matches nothing that is meant, each as the rest of a sentence behind the path.</summary>
    public static IEnumerable<string> Problems(string path)
    {
        if (path.Contains('?', StringComparison.Ordinal))
        {
            yield return "has a query, which is not a part of the path: remove it";
        }

        if (path.Any(c => c is <= ' ' or '\x7F'))
        {
            yield return "matches no path: a request has no blanks, tabs and control characters in its path";
        }
        else if (path.Any(c => c > '\x7F'))
        {
            yield return "matches no path: clients send other letters than those of ASCII as %-escapes; write "
                + $"'{string.Concat(path.EnumerateRunes().Select(Escaped))}'";
        }

        if (path.Split('/').Any(s => s is "." or ".."))
        {
            yield return "matches no path: proxies compare paths after normalization, which leaves no dot segments";
        }

        if (Other(path) is { } other)
        {
            yield return other;
            yield break;
        }

        if (path.Contains('{', StringComparison.Ordinal) || path.Contains('}', StringComparison.Ordinal))
        {
            yield break;
        }

        if (path.Length == 0 || (path[0] != '/' && path[0] != '*'))
        {
            yield return "matches no path: paths begin with '/', or with '*' for a suffix";
        }

        if (path.Length > 2 && path.AsSpan(1, path.Length - 2).Contains('*') || (path.Length > 1 && path[0] == '*' && path[^1] == '*'))
        {
            yield return "has a '*' that is compared as text: it stands at the beginning or at the end, once; inside a path use {*} for "
                + "one segment";
        }
    }

    /// <summary>What a path says in the notation of routers or regular expressions.</summary>
    private static string? Other(string path)
    {
        if (Schemes.FirstOrDefault(scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme)
        {
            return $"begins with '{path[..scheme.Length]}', and is compared as text; {Allowed}";
        }

        if (path.Contains('#', StringComparison.Ordinal))
        {
            return "has a fragment, which no client sends: remove it";
        }

        var at = Expression().Match(path) is { Success: true } match ? match.Index : path.AsSpan().IndexOfAny(OfExpressions);
        if (at >= 0)
        {
            return $"has a '{path[at]}', as in a regular expression, and is compared as text; {Allowed}";
        }

        if (path.EndsWith(".*", StringComparison.Ordinal))
        {
            return $"ends in '.*', as a regular expression, and would mean the paths that begin with '{path[..^1]}'"
                + Meant($"{path[..^2]}*");
        }

        if (path.EndsWith(".+", StringComparison.Ordinal))
        {
            return "ends in '.+', as in a regular expression, and is compared as text" + Meant($"{path[..^2]}*");
        }

        if (path is [_, .., '$'])
        {
            return "ends in '$', as a regular expression, and is compared as text" + Meant(path[..^1]);
        }

        var parameter = path.Split('/').FirstOrDefault(s => s is [':', _, ..] or ['<', .., '>']);
        if (parameter is not null)
        {
            return $"has the parameter '{parameter}' of a router, and is compared as text"
                + Meant(path.Replace(parameter, "{*}", StringComparison.Ordinal));
        }

        if (BrokenEscape().Match(path) is { Success: true } broken)
        {
            return $"has the escape '{broken.Value}', which is none: a '%' is written as %25";
        }

        return path.Contains('%', StringComparison.Ordinal) && CanonicalPath.Of(path).Path is { } canonical && canonical != path
            ? "matches no path: proxies decode letters, digits and '-._~' before they compare" + Meant(canonical)
            : null;
    }

    // What is advised must not be refused as well.
    private static string Meant(string path) => Problems(path).Any() ? $"; {Allowed}" : $"; did you mean '{path}'?";

    private static string Escaped(System.Text.Rune rune) => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString());

    // What a character class of a regular expression has, and an index in brackets has not: a range, a negation, a quantifier behind. What
    // a choice has, and an argument in parentheses has not: a bar.
    [GeneratedRegex(@"\[(\^|[^\]]*\w-\w)|\][+*?]|\|/|\((?=[^()]*\|)", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    [GeneratedRegex(@"%(?![0-9A-Fa-f]{2}).{0,2}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex BrokenEscape();
}
