using MeshStack.Infra.Offline;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>Every mesh that tests go through, with what it registers.</summary>
internal static class Variant
{
    /// <summary>Names of all meshes: the example's stacks, and those of <see cref="MeshProject"/>.</summary>
    public static IReadOnlyList<string> Meshes { get; } = [.. MeshProject.Names, "dev", "prod"];

    /// <summary>What a mesh registers.</summary>
    public static async Task<Recording> RecordAsync(string name)
    {
        if (name is "dev" or "prod")
        {
            return (await StackPreview.RunAsync(Repository.Root, name)).Recording;
        }

        using var project = MeshProject.Of(name);
        return (await StackPreview.RunAsync(project.Root, MeshProject.Stack)).Recording;
    }
}
