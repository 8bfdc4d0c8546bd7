namespace MeshStack.Analysis.Sets;

/// <summary>Set operations, member by member.</summary>
internal static class SetOperations
{
    public static bool Holds(this SetOperation operation, bool left, bool right) =>
        operation switch
        {
            SetOperation.Union => left || right,
            SetOperation.Intersect => left && right,
            _ => left && !right,
        };
}
