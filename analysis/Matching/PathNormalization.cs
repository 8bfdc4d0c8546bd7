namespace MeshStack.Analysis.Matching;

/// <summary>The mesh's pathNormalization: which paths proxies take for the same.</summary>
/// <remarks>
/// Source: pathNormalization of https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/; maybeNormalizePath in
/// source/common/http/conn_manager_utility.cc of envoyproxy/envoy, which decodes slashes, then normalizes, then merges slashes.
/// </remarks>
internal static class PathNormalization
{
    public static NormalPath Apply(string kind, string path)
    {
        var end = path.IndexOf('?', StringComparison.Ordinal) is var query && query >= 0 ? query : path.Length;
        var (bare, rest) = (path[..end], path[end..]);
        if (path.Contains('#', StringComparison.Ordinal))
        {
            return NormalPath.Rejected("the proxy answers 400 to a path with a fragment");
        }

        return kind switch
        {
            "NONE" => new(path),
            "DEFAULT" or "BASE" => With(CanonicalPath.Of(bare), rest),
            "MERGE_SLASHES" => With(Merged(CanonicalPath.Of(bare)), rest),
            "DECODE_AND_MERGE_SLASHES" => With(Merged(CanonicalPath.Of(Decoded(bare))), rest),
            _ => NormalPath.Unknown($"pathNormalization {kind} is not known"),
        };
    }

    private static NormalPath With(NormalPath path, string rest) => path.Path is { } text ? path with { Path = text + rest } : path;

    private static string Decoded(string path) =>
        path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Replace("%5C", @"\", StringComparison.OrdinalIgnoreCase);

    private static NormalPath Merged(NormalPath path)
    {
        if (path.Path is not { } text || !text.Contains("//", StringComparison.Ordinal))
        {
            return path;
        }

        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(segments.Length == 0 ? "/" : $"/{string.Join('/', segments)}{(text.EndsWith('/') ? "/" : "")}");
    }
}
