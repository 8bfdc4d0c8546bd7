namespace MeshStack.Analysis.Sets;

/// <summary>How two sets make one.</summary>
internal enum SetOperation
{
    Union,
    Intersect,
    Except,
}
