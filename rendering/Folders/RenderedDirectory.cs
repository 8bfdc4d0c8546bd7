namespace MeshStack.Rendering.Folders;

/// <summary>The directory that renderings go to: a marker in it lists the files that are ours.</summary>
internal sealed class RenderedDirectory
{
    public const string Marker = ".meshstack-rendering";

    private const string MarkerTitle = "# The files of this rendering. The next one replaces them all.";
    private const int ShownFiles = 5;

    private readonly string _path;

    public RenderedDirectory(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));

        // Through a link it is the linked directory that is replaced, not the link.
        _path = Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    public void CheckThatItIsOurs()
    {
        if (File.Exists(_path))
        {
            throw new IOException($"'{_path}' is a file; a rendering needs a directory.");
        }

        if (!Directory.Exists(_path) || !Directory.EnumerateFileSystemEntries(_path).Any())
        {
            return;
        }

        var marker = Path.Combine(_path, Marker);
        if (!File.Exists(marker))
        {
            throw new IOException($"'{_path}' is not empty and holds no rendering; choose an empty or a new directory.");
        }

        var ours = File.ReadLines(marker).Append(Marker).ToHashSet(StringComparer.Ordinal);
        var foreign = Directory
            .EnumerateFiles(_path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(_path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !ours.Contains(file))
            .Order(StringComparer.Ordinal)
            .Take(ShownFiles)
            .ToArray();
        if (foreign.Length > 0)
        {
            throw new IOException(
                $"'{_path}' holds files that no rendering wrote: {string.Join(", ", foreign)}; move them away, a rendering replaces the "
                    + "whole directory."
            );
        }
    }

    /// <summary>Writes all files beside the directory and swaps the two.</summary>
    public void Replace(FileTree files)
    {
        var parent =
            Path.GetDirectoryName(_path)
            ?? throw new IOException($"'{_path}' is the root of a file system; a rendering needs a directory of its own.");
        Directory.CreateDirectory(parent);
        var beside = Path.Combine(parent, $".{Path.GetFileName(_path)}.{Path.GetRandomFileName()}");
        var (fresh, former) = (beside + ".new", beside + ".old");
        try
        {
            Directory.CreateDirectory(fresh);
            files.Write(fresh);
            File.WriteAllText(Path.Combine(fresh, Marker), string.Join('\n', files.Paths.Prepend(MarkerTitle)) + "\n");
            Swap(fresh, former);
        }
        finally
        {
            Remove(fresh);
            Remove(former);
        }
    }

    private void Swap(string fresh, string former)
    {
        if (Directory.Exists(_path))
        {
            Directory.Move(_path, former);
        }

        try
        {
            Directory.Move(fresh, _path);
        }
        catch
        {
            if (Directory.Exists(former))
            {
                Directory.Move(former, _path);
            }

            throw;
        }
    }

    private static void Remove(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
