namespace MeshStack.Definition;

/// <summary>The paths that an AuthorizationPolicy understands.</summary>
/// <remarks>https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation.</remarks>
internal static class PathPatterns
{
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
