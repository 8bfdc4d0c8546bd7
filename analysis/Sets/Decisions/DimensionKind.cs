namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>The parts of a request, in the order in which they are decided.</summary>
internal enum DimensionKind
{
    Method,
    Path,
    Host,
    Identity,
    RequestPrincipal,
    Header,
    Claim,
}
