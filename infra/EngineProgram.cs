using System.Text.Json;
using MeshStack.Infra.Definition;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>The program that <c>pulumi preview</c> and <c>pulumi up</c> run.</summary>
internal static class EngineProgram
{
    /// <summary>Checks the definition, and registers it when nothing is wrong with it.</summary>
    public static IDictionary<string, object?> Run()
    {
        var definition = Load(Deployment.Instance.StackName);
        foreach (var warning in definition.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        if (definition.Values.Where(v => !v.IsSet).ToList() is { Count: > 0 } missing)
        {
            throw new RunException("These configuration values are not set:\n" + string.Join("\n", missing.Select(v =>
                $"  {v.Location.File}:{v.Location.Line} asks for it: pulumi config set {(v.IsSecret ? "--secret " : "")}meshstack:{v.Key} < FILE")));
        }

        return MeshProgram.Compose(definition);
    }

    private static MeshDefinition Load(string stack)
    {
        try
        {
            return DefinitionLoader.Load(ProjectFolder.Find(), stack, EngineValues());
        }
        catch (DefinitionException e)
        {
            throw new RunException("The definition has errors, and nothing was registered:\n" + e.Message);
        }
    }

    /// <summary>The engine hands the whole configuration over as one JSON object; the SDK gives no way to list its keys.</summary>
    private static Dictionary<string, string> EngineValues()
    {
        const string prefix = "meshstack:";
        var all = JsonSerializer.Deserialize<Dictionary<string, string>>(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}") ?? [];
        return all.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(p => p.Key[prefix.Length..], p => p.Value, StringComparer.Ordinal);
    }
}
