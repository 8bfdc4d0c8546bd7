namespace MeshStack.Definition;

/// <summary>The roots that a stack's settings may name; without the first, the others mean nothing.</summary>
internal sealed record GivenRoots
{
    public TextValue? RootCertificate { get; init; }

    public TextValue? NextRootCertificate { get; init; }

    public TextValue? PreviousRootCertificate { get; init; }
}
