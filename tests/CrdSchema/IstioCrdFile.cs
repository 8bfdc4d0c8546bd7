namespace MeshStack.CrdSchema;

/// <summary>Finds the definitions of the pinned Istio beside the repository.</summary>
public static class IstioCrdFile
{
    /// <summary>The file's path, or null where there is none.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MeshStack.sln")))
            {
                var file = System.IO.Path.Combine(folder.FullName, "..", "shared", "istio", "crds-1.30.3.yaml");
                return File.Exists(file) ? file : null;
            }
        }

        return null;
    }
}
