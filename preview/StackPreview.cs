namespace MeshStack.Preview;

/// <summary>What a stack would put on its clusters, found out without an engine.</summary>
/// <param name="Definition">The checked definition.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Findings">What Istio would reject or warn of, what API servers would drop, which invariants do not hold, and where the
/// intents say something else than the proof does.</param>
/// <param name="Facts">What is known of the world around them.</param>
public sealed record StackPreview(MeshDefinition Definition, Recording Recording, IReadOnlyList<Finding> Findings, MeshFacts Facts)
    : StackComposition(Definition, Recording, Facts)
{
    /// <summary>Plans and judges a stack from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="CompositionException">What the definition asks for cannot be registered.</exception>
    public static StackPreview Run(string root, string stack) => Run(DefinitionLoader.Load(root, stack));

    /// <summary>Plans and judges a checked definition.</summary>
    public static StackPreview Run(MeshDefinition definition)
    {
        var composed = Compose(definition);
        return new(definition, composed.Recording, composed.Judge(), composed.Facts) { Proof = composed.Proof };
    }
}
