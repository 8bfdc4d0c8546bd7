using System.Buffers;
using System.Text.RegularExpressions;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The paths that an AuthorizationPolicy understands.</summary>
/// <remarks>https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation.</remarks>
internal static partial class PathPatterns
{
    // Proxies escape or replace these before they compare: who writes one means a regular expression.
    private static readonly SearchValues<char> OfExpressions = SearchValues.Create("^\\");

    public static IEnumerable<ArgsProblem> Check(string where, string path)
    {
        if (path.Contains('?', StringComparison.Ordinal))
        {
            yield return new(where, $"'{path}' has a query, which is not a part of the path: remove it");
        }

        if (
            path.Contains(' ', StringComparison.Ordinal)
            || path.Contains("//", StringComparison.Ordinal)
            || path.Split('/').Any(s => s is "." or "..")
        )
        {
            yield return new(
                where,
                $"'{path}' matches no path: proxies compare paths after normalization, which leaves no spaces, no empty and no dot segments"
            );
        }

        if (OtherNotation(path) is { } other)
        {
            yield return new(where, $"'{path}' {other}");
            yield break;
        }

        if (path.Contains('{', StringComparison.Ordinal) || path.Contains('}', StringComparison.Ordinal))
        {
            foreach (var problem in Template(where, path))
            {
                yield return problem;
            }

            yield break;
        }

        if (path.Length == 0 || (path[0] != '/' && path[0] != '*'))
        {
            yield return new(where, $"'{path}' matches no path: paths begin with '/', or with '*' for a suffix");
        }

        if (path.Length > 2 && path.AsSpan(1, path.Length - 2).Contains('*') || (path.Length > 1 && path[0] == '*' && path[^1] == '*'))
        {
            yield return new(
                where,
                $"'{path}': a '*' stands at the beginning or at the end, once; inside a path use {{*}} for one segment"
            );
        }
    }

    /// <summary>What a path says in the notation of routers or regular expressions: it would match nothing that is meant.</summary>
    private static string? OtherNotation(string path)
    {
        const string Allowed = "allowed: a whole path, PREFIX*, *SUFFIX, and {*} or {**} as segments";
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
            return $"ends in '.*', as a regular expression, and would mean the paths that begin with '{path[..^1]}'; did you mean "
                + $"{path[..^2]}*?";
        }

        if (path.EndsWith(".+", StringComparison.Ordinal))
        {
            return $"ends in '.+', as in a regular expression, and is compared as text; did you mean {path[..^2]}*?";
        }

        if (path is [_, .., '$'])
        {
            return $"ends in '$', as a regular expression, and is compared as text; did you mean {path[..^1]}?";
        }

        var parameter = path.Split('/').FirstOrDefault(s => s is [':', _, ..] or ['<', .., '>']);
        if (parameter is not null)
        {
            return $"has the parameter '{parameter}' of a router, and is compared as text; did you mean "
                + $"{path.Replace(parameter, "{*}", StringComparison.Ordinal)}?";
        }

        return path.Contains('%', StringComparison.Ordinal) && CanonicalPath.Of(path).Path is { } canonical && canonical != path
            ? $"matches no path: proxies decode letters, digits and '-._~' before they compare; did you mean {canonical}?"
            : null;
    }

    // What a character class of a regular expression has, and an index in brackets has not: a range, a negation, a quantifier behind. What
    // a choice has, and an argument in parentheses has not: a bar.
    [GeneratedRegex(@"\[(\^|[^\]]*\w-\w)|\][+*?]|\|/|\((?=[^()]*\|)", RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    private static IEnumerable<ArgsProblem> Template(string where, string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            yield return new(where, $"'{path}' matches no path: a template begins with '/'");
        }

        if (
            path.Replace("{*}", "", StringComparison.Ordinal)
                .Replace("{**}", "", StringComparison.Ordinal)
                .Contains('*', StringComparison.Ordinal)
        )
        {
            yield return new(where, $"'{path}' mixes '*' with a template: use {{*}} for one segment, {{**}} for any number");
        }

        var last = false;
        foreach (var segment in path.TrimStart('/').Split('/'))
        {
            if (segment is "{*}" or "{**}")
            {
                if (last)
                {
                    yield return new(where, $"'{path}': no {{*}} or {{**}} may follow a {{**}}");
                }

                last |= segment == "{**}";
            }
            else if (segment.Contains('{', StringComparison.Ordinal) || segment.Contains('}', StringComparison.Ordinal))
            {
                yield return new(where, $"'{path}': '{segment}' is not a whole segment; allowed: {{*}} and {{**}}");
            }
        }
    }
}
