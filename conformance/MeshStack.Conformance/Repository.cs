namespace MeshStack.Conformance;

/// <summary>The checkout that the tool was built in.</summary>
internal static class Repository
{
    /// <summary>The folder of MeshStack.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MeshStack.sln")))
            {
                return folder.FullName;
            }
        }

        throw new ConformanceException("the tool runs from a checkout: no folder above it holds MeshStack.sln");
    }
}
