using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The files of a folder of intents.</summary>
internal static class IntentFiles
{
    /// <summary>The files that hold intents, in the order of their paths; what looks like one and is not read is an error.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">What the folder is called in messages.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<(string Path, string Shown)> In(string folder, string shown, ProblemList problems)
    {
        List<(string Path, string Shown)> files = [];
        var hasOthers = false;
        foreach (var (path, isLink, _) in FolderEntry.Below(folder))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var name = $"{shown}/{relative}";
            var isHidden = relative.Split('/').Any(part => part.StartsWith('.'));
            if (isLink && !isHidden)
            {
                hasOthers = true;
                problems.Error(
                    new SourceLocation(name, 1),
                    "",
                    "is a link, and links are not followed: one may lead upwards, and out of the repository; put what it leads to here"
                );
            }
            else if (isHidden && IsYaml(path))
            {
                hasOthers = true;
                problems.Error(
                    new SourceLocation(name, 1),
                    "",
                    "is hidden, and hidden files are not read: give it a name without a dot in front, or take it away"
                );
            }
            else if (!isHidden && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                files.Add((path, name));
            }
        }

        if (files.Count == 0 && !hasOthers)
        {
            problems.Error(new SourceLocation(shown, 1), "", "the folder is empty; it holds the intents, one YAML document each");
        }

        return files;
    }

    /// <summary>Whether intents are read from a file of that name.</summary>
    public static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);
}
