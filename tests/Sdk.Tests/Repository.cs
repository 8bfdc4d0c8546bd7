namespace Sdk.Tests;

/// <summary>Finds files of the repository.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

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
