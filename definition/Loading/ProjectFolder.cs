namespace MeshStack.Definition;

/// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
public static class ProjectFolder
{
    private const string Intents = "infra/mesh";

    /// <summary>Where the intents of a stack are, from the project's folder.</summary>
    internal static string IntentsOf(string stack) => $"{Intents}/{stack}";

    /// <summary>Whether a definition is read from a file of the project: the configuration of a stack, or its intents.</summary>
    /// <param name="path">The file's path from the project's folder, with slashes.</param>
    internal static bool IsOfDefinition(string path) =>
        path.StartsWith($"{Intents}/", StringComparison.Ordinal)
        || (path.StartsWith("Pulumi.", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal));

    /// <summary>The project's folder at or above a folder; the current one by default.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string? start = null)
    {
        var from = start ?? Directory.GetCurrentDirectory();
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"no Pulumi.yaml in {from} or above it");
    }
}
