namespace Repository.Tests;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("meshstack-").FullName;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file of the folder.</summary>
    public void Write(string file, string text) => Write(Path, file, text);

    /// <summary>Copies a file of the checkout to the same place here; it stays executable.</summary>
    public void Take(string file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(file))!);
        System.IO.File.Copy(Checkout.Path(file), File(file));
    }

    /// <summary>Writes a script of the folder.</summary>
    public void WriteScript(string file, string text)
    {
        Write(file, text);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File(file), (UnixFileMode)0b111_101_101);
        }
    }

    public void Dispose()
    {
        // A test may have left folders that cannot be written.
        foreach (var folder in Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories).Prepend(Path))
        {
            if (!OperatingSystem.IsWindows() && new DirectoryInfo(folder).LinkTarget is null)
            {
                System.IO.File.SetUnixFileMode(folder, System.IO.File.GetUnixFileMode(folder) | UnixFileMode.UserWrite);
            }
        }

        Directory.Delete(Path, recursive: true);
    }

    public static void Write(string folder, string file, string text)
    {
        var path = System.IO.Path.Combine(folder, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
    }
}
