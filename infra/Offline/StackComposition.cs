using MeshStack.Definition;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Infra.Offline;

/// <summary>A stack's objects, composed and recorded without an engine, and not judged yet.</summary>
/// <param name="Definition">The checked definition.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Sources">Which place of the definition asked for which component.</param>
public record StackComposition(MeshDefinition Definition, Recording Recording, ComponentSources Sources)
{
    /// <summary>Composes and records a stack from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="part">The part of the definition to compose, where a question needs no more; by default all of it.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="OfflineException">What the definition asks for cannot be registered.</exception>
    public static async Task<StackComposition> ComposeAsync(string root, string stack, Func<MeshDefinition, MeshDefinition>? part = null)
    {
        var definition = DefinitionLoader.Load(root, stack);
        return await ComposeAsync(part?.Invoke(definition) ?? definition).ConfigureAwait(false) with { Definition = definition };
    }

    /// <summary>Composes and records a checked definition.</summary>
    /// <remarks>Values of configuration keys appear as placeholders: whether they are set, and what they are, changes nothing here.</remarks>
    public static async Task<StackComposition> ComposeAsync(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var options = new OfflineOptions
        {
            Project = "meshstack",
            Stack = definition.Stack,
            Config = definition.Values.ToDictionary(v => $"meshstack:{v.Key}", v => Placeholder.Of("config", v.Key), StringComparer.Ordinal),
        };
        var recording = await OfflineStack.RunAsync(options, () => MeshProgram.Compose(definition)).ConfigureAwait(false);
        return new(definition, recording, ComponentSources.Of(definition));
    }

    /// <summary>Findings about the stack's objects, each at the place of the definition that asked for the object.</summary>
    public IReadOnlyList<Finding> Locate(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0)
        {
            return [];
        }

        var components = Recording.Resources
            .Where(r => r is { Manifest: not null, Component: not null })
            .ToLookup(r => (r.Manifest!.Cluster, r.Manifest.Reference), r => r.Component!.Value);
        return [.. findings.Select(f => f with { Source = components[(f.Cluster, f.Object)].SelectMany(c => Sources[c]).FirstOrDefault() })];
    }
}
