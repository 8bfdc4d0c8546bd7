namespace MeshStack.Preview.Access;

/// <summary>What becomes of an invariant.</summary>
internal enum InvariantOutcome
{
    /// <summary>No request is against it.</summary>
    Holds,

    /// <summary>A request is against it.</summary>
    Fails,

    /// <summary>A request may be, and the objects leave it open.</summary>
    Undecided,
}
