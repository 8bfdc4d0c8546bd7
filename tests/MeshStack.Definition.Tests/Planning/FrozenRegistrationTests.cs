using System.Text.RegularExpressions;
using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Definition.Tests.Planning;

/// <summary>The plan of each mesh is what was registered for it before there were plans.</summary>
public sealed partial class FrozenRegistrationTests
{
    private static readonly string Root = RootOf(AppContext.BaseDirectory);

    public static TheoryData<string> Meshes { get; } = [.. MeshProject.Names, "dev", "prod"];

    [Theory]
    [MemberData(nameof(Meshes))]
    public void ThePlanIsWhatIsRegistered(string name)
    {
        var file = Path.Combine(Root, "tests", "MeshStack.Infra.Tests", "Snapshots", "registrations", MeshProject.FileNameOf(name));
        Assert.Equal(Frozen(File.ReadAllText(file)), PlanText.Of(DefinitionPlanner.Plan(Load(name)).Plan));
    }

    private static MeshDefinition Load(string name)
    {
        if (name is "dev" or "prod")
        {
            return DefinitionLoader.Load(Root, name);
        }

        using var project = MeshProject.Of(name);
        return DefinitionLoader.Load(project.Root, MeshProject.Stack);
    }

    /// <summary>The accepted text without what components say of themselves, and without what generated classes add to options.</summary>
    private static string Frozen(string text)
    {
        var kept = new List<string>();
        var isComponent = false;
        foreach (var line in text.Split('\n'))
        {
            isComponent = line.Length > 0 && line[0] != ' ' ? line.StartsWith("meshstack:", StringComparison.Ordinal) : isComponent;
            if (
                line.StartsWith("  secret:", StringComparison.Ordinal)
                || (
                    isComponent
                    && (line.StartsWith("  inputs", StringComparison.Ordinal) || line.StartsWith("  options", StringComparison.Ordinal))
                )
            )
            {
                continue;
            }

            var options = SecretOutputs().Replace(line, "");
            if (options.Trim() != "options:")
            {
                kept.Add(options.TrimEnd(',', ' '));
            }
        }

        return string.Join('\n', kept);
    }

    private static string RootOf(string start)
    {
        var folder = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@",? ?additionalSecretOutputs \[[^\]]*\]")]
    private static partial Regex SecretOutputs();
}
