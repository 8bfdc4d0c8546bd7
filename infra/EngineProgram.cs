using MeshStack.Infra.Definition;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>The program that <c>pulumi preview</c> and <c>pulumi up</c> run.</summary>
internal static class EngineProgram
{
    /// <summary>Registers the definition, unless something is wrong with it.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="obstacle">What the preflight found.</param>
    public static IDictionary<string, object?> Run(string root, string? obstacle)
    {
        if (obstacle != null)
        {
            throw new RunException(obstacle + "\nNothing was registered.");
        }

        var definition = DefinitionLoader.Load(root, Deployment.Instance.StackName, Preflight.EngineValues());
        foreach (var warning in definition.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        return MeshProgram.Compose(definition);
    }
}
