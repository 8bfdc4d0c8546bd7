namespace MeshStack.Cli.Review;

/// <summary>What changes of that which keeps others out, though nobody known gains access by it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What changes, with its place.</param>
internal sealed record SafeguardChange(SafeguardKind Kind, string Text)
{
    /// <summary>The file of an invariant that is taken away; else null.</summary>
    public string? File { get; init; }

    /// <summary>True where it keeps out less than before.</summary>
    public bool IsWeaker => Kind != SafeguardKind.InvariantAdded;
}
