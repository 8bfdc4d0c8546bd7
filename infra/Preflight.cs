using MeshStack.Definition;
using MeshStack.Infra.Offline;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Infra;

/// <summary>What is wrong with a stack, found out before the engine hears of any resource.</summary>
internal static class Preflight
{
    /// <summary>What keeps the stack from being registered; null where nothing does.</summary>
    public static async Task<string?> RunAsync(string root, string stack)
    {
        try
        {
            // A definition of its own: composing fills it with resources that exist offline only.
            var preview = await StackPreview.RunAsync(DefinitionLoader.Load(root, stack, EngineConfiguration.OfThisProcess())).ConfigureAwait(false);
            var errors = preview.Findings.Where(f => f.Severity == Severity.Error).ToList();
            return errors.Count == 0
                ? Unset(preview.Definition) ?? Certificates(preview.Definition)
                : "These objects must not be applied, because Istio would not accept them or an invariant does not hold:\n" + string.Join("\n", errors.Select(f => $"  {f.Source?.File}:{f.Source?.Line}: {f.Cluster} {f.Object}: {f.Path}: {f.Message}"));
        }
        catch (DefinitionException e)
        {
            return "The definition has errors:\n" + e.Message;
        }
        catch (OfflineException e)
        {
            return "The definition asks for what cannot be registered:\n" + e.Message;
        }
    }

    private static string? Certificates(MeshDefinition definition)
    {
        var errors = ProvidedCertificates.Problems(definition, EngineConfiguration.OfThisProcess().Values, TimeProvider.System.GetUtcNow()).Where(p => p.Severity == ProblemSeverity.Error).ToList();
        return errors.Count == 0 ? null : "These certificates would not work:\n" + string.Join("\n", errors.Select(e => $"  {e}"));
    }

    private static string? Unset(MeshDefinition definition)
    {
        var unset = definition.Values.Where(v => !v.IsSet).ToList();
        return unset.Count == 0 ? null : "These configuration values are not set:\n" + string.Join("\n", unset.Select(v =>
            $"  {v.Location.File}:{v.Location.Line} asks for it: pulumi config set {(v.IsSecret ? "--secret " : "")}meshstack:{v.Key} < FILE"));
    }
}
