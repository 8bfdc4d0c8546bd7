namespace MeshStack.Manifests;

/// <summary>The files of a folder that may hold manifests.</summary>
internal static class ManifestFiles
{
    /// <summary>The files below a folder, ordinal by path; what cannot be looked into is reported.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isHiddenRead">Whether folders are looked into whose name begins with a dot.</param>
    /// <param name="shown">What a file or folder is called in messages.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<string> In(string folder, bool isHiddenRead, Func<string, string> shown, List<ManifestProblem> problems)
    {
        try
        {
            var entries = FolderEntry.Below(folder, isHiddenRead).Where(entry => isHiddenRead || !IsHiddenFolder(entry)).ToList();
            problems.AddRange(
                entries
                    .Where(entry => entry.IsFolder)
                    .Select(entry => new ManifestProblem(
                        new SourceLocation(shown(entry.Path), 1),
                        "This is a link to a folder, and such links are not followed: one may lead upwards, and anywhere on the disk."
                    ))
            );
            return [.. entries.Where(entry => !entry.IsFolder && IsManifest(entry.Path)).Select(entry => entry.Path)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(new SourceLocation(shown(folder), 1), $"The folder cannot be read: {e.Message.TrimEnd('.')}."));
            return [];
        }
    }

    private static bool IsHiddenFolder(FolderEntry entry) => entry.IsFolder && Path.GetFileName(entry.Path).StartsWith('.');

    private static bool IsManifest(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal)
        || path.EndsWith(".yml", StringComparison.Ordinal)
        || path.EndsWith(".json", StringComparison.Ordinal);
}
