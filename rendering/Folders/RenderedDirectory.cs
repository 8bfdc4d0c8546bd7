namespace MeshStack.Rendering.Folders;

/// <summary>The directory that renderings go to: a marker in it lists the files that are ours.</summary>
internal sealed class RenderedDirectory
{
    public const string Marker = ".meshstack-rendering";

    private const string MarkerTitle =
        "# The files of this rendering, each with the SHA-256 of its content. The next one replaces them all.";
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

        var ours = File.ReadLines(marker).Select(RenderedFile.Parse).OfType<RenderedFile>().ToHashSet();
        var known = ours.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var foreign = Directory
            .EnumerateFiles(_path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(_path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => file != Marker && !ours.Contains(Found(file)))
            .Order(StringComparer.Ordinal)
            .Take(ShownFiles)
            .Select(file => known.Contains(file) ? $"{file} (changed since)" : file)
            .ToArray();
        if (foreign.Length > 0)
        {
            throw new IOException(
                $"'{_path}' holds files that no rendering wrote: {string.Join(", ", foreign)}; move them away, a rendering replaces the "
                    + "whole directory."
            );
        }
    }

    // What a link leads to is not in the directory, and is not looked at.
    private RenderedFile Found(string file)
    {
        var path = Path.Combine(_path, file);
        return File.ResolveLinkTarget(path, returnFinalTarget: false) is null
            ? RenderedFile.From(file, File.ReadAllBytes(path))
            : new RenderedFile(file, "");
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
        using var interrupted = new Interruption(() => Remove(fresh));
        try
        {
            Directory.CreateDirectory(fresh);
            var marker = files.Write(fresh).Select(file => file.ToString()).Prepend(MarkerTitle);
            File.WriteAllText(Path.Combine(fresh, Marker), string.Join('\n', marker) + "\n");
            interrupted.Defer(() => Swap(fresh, former));
        }
        finally
        {
            Remove(fresh);
            interrupted.Defer(() => Remove(former));
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
