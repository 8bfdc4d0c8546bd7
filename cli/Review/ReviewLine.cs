using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Review;

/// <summary>What changes for a caller, and where that comes from.</summary>
/// <param name="Change">What changes.</param>
/// <param name="At">The place of the definition that causes it; null where that is not known.</param>
/// <param name="IsBefore">True where that place is one of the definition before the change.</param>
internal sealed record ReviewLine(AccessChangeLine Change, SourceLocation? At, bool IsBefore)
{
    /// <summary>The place as a reader finds it; empty where it is not known.</summary>
    public string Where => At is null ? "" : FormattableString.Invariant($"{At.File}:{At.Line}") + (IsBefore ? " before the change" : "");
}
