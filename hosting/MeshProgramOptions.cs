namespace MeshStack.Hosting;

/// <summary>What must hold of a program before it is registered.</summary>
public sealed record MeshProgramOptions
{
    /// <summary>Files with documents of kind <c>Invariants</c>, by path from the current folder.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<string> Invariants { get; init; } = [];

    /// <summary>True to refuse a program that cannot be looked at without an engine, as one that asks a provider for data cannot, or whose
    /// invariants stay undecided.</summary>
    /// <value>False by default: the run says so and goes on.</value>
    public bool RequireProof { get; init; }
}
