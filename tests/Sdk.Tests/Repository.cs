namespace Sdk.Tests;

/// <summary>Where the tests find what lies in and beside the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Reference material beside the repository, present on some machines only.</summary>
    public static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static void SkipWithout(string path)
        => Skip.IfNot(Path.Exists(path), $"{Path.GetRelativePath(Root, path)} is not there");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MeshStack.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no folder above the tests holds MeshStack.sln");
        }

        return folder.FullName;
    }
}
