using MeshStack.Hosting.Clusters;
using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>A definition as <c>pulumi preview</c> and <c>pulumi up</c> run it.</summary>
internal static class DefinitionProgram
{
    /// <summary>Registers the definition, unless something is wrong with it or it would break what is running.</summary>
    /// <param name="preflight">What was found out about it; null where no stack is selected.</param>
    public static async Task<IDictionary<string, object?>> RunAsync(Preflight? preflight)
    {
        if (preflight is not { BlockingReason: null, Definition: { } definition })
        {
            throw new RunException((preflight?.BlockingReason ?? "No stack is selected.") + "\nNothing was changed.");
        }

        foreach (var warning in preflight.Warnings)
        {
            Log.Warn(warning.ToString());
        }

        var silent = await Reachability.CheckAsync(definition, preflight.Endpoints).ConfigureAwait(false);
        foreach (var warning in silent.Values)
        {
            Log.Warn(warning.ToString());
        }

        var after = MeshState.From(definition, new ConfiguredValues().Root);
        var before = await AppliedState.ReadAsync(ClusterNames.Of(after)).ConfigureAwait(false);
        after = after.VouchedForBy(after.Authorities(before?.Mesh, preflight.Authorities));
        TransitionCheck.Enforce(before?.Mesh, after);

        using (Unsaid(preflight.Warnings, (text, about) => Log.Warn(text, about)))
        {
            return MeshProgram.Compose(definition, before, after, silent.Keys.ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Until what is returned is disposed, passes on what components warn of and the definition has not said with file and
    /// line.</summary>
    internal static IDisposable Unsaid(IReadOnlyCollection<DefinitionProblem> said, Action<string, Resource> warn) =>
        ReportedWarnings.HandTo(
            (text, about) =>
            {
                if (!said.Any(warning => text.EndsWith(warning.Message, StringComparison.Ordinal)))
                {
                    warn(text, about);
                }
            }
        );
}
