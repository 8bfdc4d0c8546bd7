using System.Text;

namespace MeshStack.Rendering.Folders;

/// <summary>The files of one rendering before they are written.</summary>
internal sealed class FileTree
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SortedDictionary<string, Action<TextWriter>> _files = new(StringComparer.Ordinal);

    /// <summary>The paths with forward slashes, in ordinal order.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    public void Add(string path, Action<TextWriter> write) => _files.Add(path, write);

    /// <summary>Writes the files, and says what each holds.</summary>
    public IReadOnlyList<RenderedFile> Write(string root)
    {
        List<RenderedFile> written = [];
        using MemoryStream content = new();
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, write) in _files)
        {
            var full = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
            var folder = Path.GetDirectoryName(full)!;
            if (made.Add(folder))
            {
                Directory.CreateDirectory(folder);
            }

            content.SetLength(0);
            using (var writer = new StreamWriter(content, Utf8, leaveOpen: true) { NewLine = "\n" })
            {
                write(writer);
            }

            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            File.WriteAllBytes(full, bytes);
            written.Add(RenderedFile.From(path, bytes));
        }

        return written;
    }
}
