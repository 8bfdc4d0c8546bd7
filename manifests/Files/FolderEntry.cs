using System.IO.Enumeration;

namespace MeshStack.Manifests;

/// <summary>A file, or a link, below a folder.</summary>
/// <param name="Path">Its path.</param>
/// <param name="IsLink">Whether it is a link.</param>
/// <param name="IsFolder">Whether it is a link to a folder; folders themselves are walked, and are no entries.</param>
internal readonly record struct FolderEntry(string Path, bool IsLink, bool IsFolder)
{
    private static readonly EnumerationOptions Every = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
    };

    /// <summary>Everything below a folder, ordinal by path; links to folders are not followed: one may lead upwards, and anywhere on the
    /// disk.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isHiddenWalked">Whether folders are walked whose name begins with a dot.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<FolderEntry> Below(string folder, bool isHiddenWalked = true) =>
        [
            .. new FileSystemEnumerable<FolderEntry>(
                folder,
                (ref FileSystemEntry entry) => new(entry.ToFullPath(), IsReference(ref entry), entry.IsDirectory),
                Every
            )
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsReference(ref entry),
                ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                    !IsReference(ref entry) && (isHiddenWalked || !entry.FileName.StartsWith('.')),
            }.OrderBy(entry => entry.Path, StringComparer.Ordinal),
        ];

    private static bool IsReference(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
