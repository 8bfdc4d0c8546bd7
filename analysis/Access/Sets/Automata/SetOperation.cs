namespace MeshStack.Analysis.Access;

/// <summary>How two sets make one.</summary>
internal enum SetOperation
{
    Union,
    Intersect,
    Except,
}
