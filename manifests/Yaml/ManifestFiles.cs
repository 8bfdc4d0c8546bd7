using System.IO.Enumeration;

namespace MeshStack.Manifests;

/// <summary>The files of a folder that may hold manifests.</summary>
internal static class ManifestFiles
{
    private static readonly EnumerationOptions Every = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    /// <summary>The files below a folder, ordinal by path; what cannot be looked into is reported.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isHiddenRead">Whether folders are looked into whose name begins with a dot.</param>
    /// <param name="shown">What a file or folder is called in messages.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<string> In(string folder, bool isHiddenRead, Func<string, string> shown, List<ManifestProblem> problems)
    {
        List<string> files = [];
        try
        {
            foreach (var (path, isFolder) in Entries(folder, isHiddenRead).OrderBy(entry => entry.Path, StringComparer.Ordinal))
            {
                if (!isFolder)
                {
                    files.Add(path);
                    continue;
                }

                problems.Add(
                    new(
                        new SourceLocation(shown(path), 1),
                        "This is a link to a folder, and such links are not followed: one may lead upwards, and anywhere on the disk."
                    )
                );
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(new SourceLocation(shown(folder), 1), $"The folder cannot be read: {e.Message.TrimEnd('.')}."));
        }

        return files;
    }

    private static FileSystemEnumerable<(string Path, bool IsFolder)> Entries(string folder, bool isHiddenRead) =>
        new(folder, (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.IsDirectory), Every)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory ? IsLink(ref entry) && !IsSkipped(ref entry, isHiddenRead) : IsManifest(entry.FileName),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry) && !IsSkipped(ref entry, isHiddenRead),
        };

    private static bool IsManifest(ReadOnlySpan<char> name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal)
        || name.EndsWith(".yml", StringComparison.Ordinal)
        || name.EndsWith(".json", StringComparison.Ordinal);

    private static bool IsSkipped(ref FileSystemEntry entry, bool isHiddenRead) => !isHiddenRead && entry.FileName.StartsWith('.');

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
