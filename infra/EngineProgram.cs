using MeshStack.Infra.Definition;
using MeshStack.Infra.Transitions;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>The program that <c>pulumi preview</c> and <c>pulumi up</c> run.</summary>
internal static class EngineProgram
{
    /// <summary>Registers the definition, unless something is wrong with it or it would break what is running.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="obstacle">What the preflight found.</param>
    public static async Task<IDictionary<string, object?>> RunAsync(string root, string? obstacle)
    {
        if (obstacle != null)
        {
            throw new RunException(obstacle + "\nNothing was changed.");
        }

        var definition = DefinitionLoader.Load(root, Deployment.Instance.StackName, EngineConfiguration.OfThisProcess());
        foreach (var warning in definition.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        Respect(await AppliedState.ReadAsync().ConfigureAwait(false), MeshState.Of(definition, new ConfiguredValues().RootName));

        // The definition has said them already, with file and line.
        using (ReportedWarnings.HandTo((_, _) => { }))
        {
            return MeshProgram.Compose(definition);
        }
    }

    /// <summary>Says what the change does to what is running, and refuses what would break calls.</summary>
    internal static void Respect(MeshState? before, MeshState after)
    {
        var notices = before == null ? [] : MeshTransition.Check(before, after);
        foreach (var notice in notices.Where(n => n.Kind != TransitionKind.Refused))
        {
            if (notice.Kind == TransitionKind.Warning)
            {
                Log.Warn(notice.ToString());
            }
            else
            {
                Log.Info($"to do afterwards: {notice}");
            }
        }

        var refused = notices.Where(n => n.Kind == TransitionKind.Refused).ToList();
        if (refused.Count > 0)
        {
            throw new RunException("This change would break what is running:\n" + string.Join("\n", refused.Select(n => "  " + n)) + "\nNothing was changed.");
        }
    }
}
