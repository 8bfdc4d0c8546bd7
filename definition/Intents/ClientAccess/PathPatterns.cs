using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The paths that an AuthorizationPolicy understands.</summary>
/// <remarks>https://istio.io/latest/docs/reference/config/security/authorization-policy/#Operation.</remarks>
internal static class PathPatterns
{
    /// <summary>What is wrong with a path whatever the proxies make of paths.</summary>
    public static IEnumerable<ArgsProblem> Check(string where, string path) =>
        PathNotation
            .Problems(path)
            .Select(problem => new ArgsProblem(where, $"'{path}' {problem}"))
            .Concat(path.AsSpan().IndexOfAny('{', '}') >= 0 ? Template(where, path) : []);

    /// <summary>What is wrong with a path given what the server's proxy makes of paths.</summary>
    public static ArgsProblem? Check(string where, string path, string normalization) =>
        path.Contains("//", StringComparison.Ordinal) && normalization is "MERGE_SLASHES" or "DECODE_AND_MERGE_SLASHES"
            ? new(where, $"'{path}' matches no path: proxies merge slashes before they compare (pathNormalization {normalization})")
            : null;

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
