namespace MeshStack.Analysis.Symbolic;

/// <summary>Whether the requests of a set still have the token that they came with.</summary>
internal enum TokenPlace
{
    Carried,
    Gone,
    Unknown,
}
