using MeshStack.Definition;
using MeshStack.Preview.Checks;
using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>The program that <c>pulumi preview</c> and <c>pulumi up</c> run.</summary>
internal static class EngineProgram
{
    /// <summary>Registers the definition, unless something is wrong with it or it would break what is running.</summary>
    /// <param name="definition">The definition, where there is one.</param>
    /// <param name="obstacle">What the preflight found.</param>
    public static async Task<IDictionary<string, object?>> RunAsync(MeshDefinition? definition, string? obstacle)
    {
        if (obstacle != null || definition == null)
        {
            throw new RunException((obstacle ?? "No stack is selected.") + "\nNothing was changed.");
        }

        var configuration = EngineConfiguration.OfThisProcess();
        var warnings = definition.Warnings.Concat(ProvidedCertificates.Warnings(definition, configuration.Values, TimeProvider.System.GetUtcNow())).ToList();
        foreach (var warning in warnings)
        {
            Log.Warn(warning.ToString());
        }

        Respect(await AppliedState.ReadAsync().ConfigureAwait(false), MeshState.Of(definition, new ConfiguredValues().RootName));

        using (Unsaid(warnings, (text, about) => Log.Warn(text, about)))
        {
            return MeshProgram.Compose(definition);
        }
    }

    /// <summary>Until what is returned is disposed, passes on what components warn of and the definition has not said with file and line.</summary>
    internal static IDisposable Unsaid(IReadOnlyCollection<DefinitionProblem> said, Action<string, Resource> warn) => ReportedWarnings.HandTo((text, about) =>
    {
        if (!said.Any(warning => text.EndsWith(warning.Message, StringComparison.Ordinal)))
        {
            warn(text, about);
        }
    });

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
