using MeshStack.Analysis;
using MeshStack.Infra.Access;
using MeshStack.Infra.Definition;
using MeshStack.Infra.Transitions;
using MeshStack.Offline;

namespace MeshStack.Infra.Offline;

/// <summary>What a stack would put on its clusters, found out without an engine.</summary>
/// <param name="Definition">The checked definition.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Findings">What Istio would reject or warn of, and which invariants do not hold.</param>
/// <param name="Sources">Which place of the definition asked for which component.</param>
public sealed record StackPreview(MeshDefinition Definition, Recording Recording, IReadOnlyList<Finding> Findings, ComponentSources Sources)
{
    /// <summary>What the change does to what is running, where it is known what that is.</summary>
    public IReadOnlyList<TransitionNotice> Transition { get; init; } = [];

    /// <summary>What that was compared with; null where nothing was.</summary>
    public string? Since { get; init; }

    /// <summary>The clusters that are taken to be unreachable.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>Whether anything stands that must not be applied.</summary>
    public bool HasErrors => Outages.Any(o => !o.IsSkipped) || Findings.Any(f => f.Severity == Severity.Error) || Transition.Any(n => n.Kind == TransitionKind.Refused);

    /// <summary>Composes and records a stack from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="OfflineException">What the definition asks for cannot be registered.</exception>
    public static async Task<StackPreview> RunAsync(string root, string stack)
    {
        var definition = DefinitionLoader.Load(root, stack);
        return await RunAsync(definition).ConfigureAwait(false);
    }

    /// <summary>What Istio would say, each finding at the place of the definition that asked for the object.</summary>
    private static List<Finding> Located(Recording recording, ComponentSources sources)
    {
        var findings = IstioChecks.Check([.. recording.Manifests]);
        if (findings.Count == 0)
        {
            return [];
        }

        var components = recording.Resources
            .Where(r => r is { Manifest: not null, Component: not null })
            .ToLookup(r => (r.Manifest!.Cluster, r.Manifest.Reference), r => r.Component!.Value);
        return [.. findings.Select(f => f with { Source = components[(f.Cluster, f.Object)].SelectMany(c => sources[c]).FirstOrDefault() })];
    }

    /// <summary>Composes and records a checked definition.</summary>
    /// <remarks>Values of configuration keys appear as placeholders: whether they are set, and what they are, changes nothing here.</remarks>
    public static async Task<StackPreview> RunAsync(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var options = new OfflineOptions
        {
            Project = "meshstack",
            Stack = definition.Stack,
            Config = definition.Values.ToDictionary(v => $"meshstack:{v.Key}", v => $"${{config.{v.Key}}}", StringComparer.Ordinal),
        };
        var recording = await OfflineStack.RunAsync(options, () => MeshProgram.Compose(definition)).ConfigureAwait(false);
        var sources = ComponentSources.Of(definition);
        var preview = new StackPreview(definition, recording, Located(recording, sources), sources);
        return definition.Invariants.IsEmpty ? preview : preview with { Findings = [.. preview.Findings, .. InvariantFindings.Of(preview)] };
    }
}
