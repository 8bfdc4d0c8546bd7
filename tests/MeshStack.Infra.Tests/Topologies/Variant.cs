using MeshStack.Hosting;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Offline;

namespace MeshStack.Infra.Tests.Topologies;

/// <summary>Every mesh that tests go through, with what it registers.</summary>
internal static class Variant
{
    /// <summary>Names of all meshes: the example's stacks, and those of <see cref="MeshProject"/>.</summary>
    public static IReadOnlyList<string> Meshes { get; } = [.. MeshProject.Names, "dev", "prod"];

    /// <summary>What a mesh registers when its program runs.</summary>
    public static Task<Recording> RecordAsync(string name) => RecordAsync(Definition(name));

    /// <summary>What a definition registers when its program runs, with placeholders in place of configured values.</summary>
    public static Task<Recording> RecordAsync(MeshDefinition definition)
    {
        var options = new OfflineOptions
        {
            Project = "meshstack",
            Stack = definition.Stack,
            Config = definition.Values.ToDictionary(v => $"meshstack:{v.Key}", v => $"${{config.{v.Key}}}", StringComparer.Ordinal),
        };
        return OfflineStack.RunAsync(options, () => MeshProgram.Compose(definition));
    }

    /// <summary>The definition of a mesh.</summary>
    public static MeshDefinition Definition(string name)
    {
        if (name is "dev" or "prod")
        {
            return DefinitionLoader.Load(Repository.Root, name);
        }

        using var project = MeshProject.Of(name);
        return DefinitionLoader.Load(project.Root, MeshProject.Stack);
    }
}
