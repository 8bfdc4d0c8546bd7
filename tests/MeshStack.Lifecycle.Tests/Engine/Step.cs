namespace MeshStack.Lifecycle.Tests.Engine;

internal enum StepOp
{
    Same,
    Create,
    Update,
    Delete,

    /// <summary>Creates what takes the place of another one, before or after that is deleted.</summary>
    Replace,

    /// <summary>Deletes what was replaced.</summary>
    DeleteReplaced,
    Read,

    /// <summary>Forgets what was only read.</summary>
    ReadDiscard,
    Refresh,

    /// <summary>Forgets what was deleted for a replacement that never came.</summary>
    RemovePendingReplace,

    /// <summary>Leaves out what is not there and not asked for.</summary>
    SkippedCreate,
}

/// <summary>One thing that was done, or that a preview says would be.</summary>
/// <param name="Op">What.</param>
/// <param name="Urn">To which resource.</param>
/// <param name="IsDeleteFirst">True for a replacement whose predecessor goes first.</param>
internal sealed record Step(StepOp Op, string Urn, bool IsDeleteFirst = false)
{
    public override string ToString() => $"{Op} {Engine.Urn.Short(Urn)}";
}
