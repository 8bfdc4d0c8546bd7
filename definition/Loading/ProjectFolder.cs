namespace MeshStack.Definition;

/// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
public static class ProjectFolder
{
    /// <summary>The project's folder at or above a folder; the current one by default.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string? start = null)
    {
        var from = start ?? Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(from); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no Pulumi.yaml in {from} or above it");
    }
}
