namespace MeshStack.Manifests;

/// <summary>Values with a wildcard at one end: <c>*</c>, <c>prefix*</c> and <c>*suffix</c>.</summary>
internal static class EdgeWildcard
{
    /// <summary>What is wrong with the wildcards of a value, or null where nothing is.</summary>
    public static string? WhyNot(string value)
    {
        var star = value.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? null
            : value.LastIndexOf('*') != star ? "it has more than one '*'"
            : star > 0 && star < value.Length - 1 ? "its '*' stands neither at the start nor at the end"
            : null;
    }
}
