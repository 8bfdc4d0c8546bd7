namespace MeshStack.Preview;

/// <summary>What a stack would put on its clusters, found out without an engine.</summary>
/// <param name="Definition">The checked definition; that of all stacks of the platform, where there are several.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Findings">What Istio would reject or warn of, what API servers would drop, which invariants do not hold, and where the
/// intents say something else than the proof does.</param>
/// <param name="Facts">What is known of the world around them.</param>
public sealed record StackPreview(MeshDefinition Definition, Recording Recording, IReadOnlyList<Finding> Findings, MeshFacts Facts)
    : StackComposition(Definition, Recording, Facts)
{
    /// <summary>What the stack alone puts on its clusters, where it shares them with others; null where it does not.</summary>
    public StackComposition? Own { get; private init; }

    /// <summary>What the stack alone puts on its clusters.</summary>
    internal StackComposition OfStack => Own ?? this;

    /// <summary>Plans and judges a stack from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="CompositionException">What the definition asks for cannot be registered.</exception>
    public static StackPreview Run(string root, string stack) => Run(DefinitionLoader.Load(root, stack));

    /// <summary>Plans and judges a checked definition.</summary>
    /// <remarks>The proof is of all stacks that share the clusters.</remarks>
    public static StackPreview Run(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var composed = Compose(definition.Whole);
        return new(composed.Definition, composed.Recording, composed.Judge(), composed.Facts)
        {
            Proof = composed.Proof,
            Own = definition.Joined is null ? null : Compose(definition),
        };
    }

    /// <summary>What is wrong with the stack, and all errors of those that it shares its clusters with.</summary>
    internal IReadOnlyList<Finding> OwnFindings =>
        Own is null ? Findings : [.. Findings.Where(f => f.Severity == Severity.Error || !IsOfAnother(f))];

    private bool IsOfAnother(Finding finding) =>
        finding.Source is { } source
        && Definition.Intents.Any(intent => intent.Stack != Definition.Stack && intent.Location.File == source.File);
}
