using MeshStack.Definition.Intents;

namespace MeshStack.Preview;

/// <summary>A stack's objects, planned from its definition and not judged yet.</summary>
/// <param name="Definition">The checked definition.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Facts">What is known of the world around them.</param>
public record StackComposition(MeshDefinition Definition, Recording Recording, MeshFacts Facts)
    : ComposedMesh(Recording, Facts, Definition.Invariants)
{
    /// <summary>The objects of a stack, from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="part">The part of the definition to plan, where a question needs no more; by default all of it.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="CompositionException">What the definition asks for cannot be registered.</exception>
    public static StackComposition Compose(string root, string stack, Func<MeshDefinition, MeshDefinition>? part = null)
    {
        // Whoever asks who may call whom asks of everything that is on the clusters, whichever stack puts it there.
        var definition = DefinitionLoader.Load(root, stack).Whole;
        return Compose(part?.Invoke(definition) ?? definition) with { Definition = definition };
    }

    /// <summary>The objects of a checked definition.</summary>
    /// <remarks>Values of configuration keys appear as placeholders: whether they are set, and what they are, changes nothing
    /// here.</remarks>
    public static StackComposition Compose(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var plan = DefinitionPlanner.Plan(definition).Plan;
        return new(definition, PlanRecorder.Record(plan), plan.Facts);
    }
}
