namespace MeshStack.Analysis.Model;

/// <summary>What becomes of a caller's access to a target.</summary>
public enum AccessChangeKind
{
    /// <summary>Requests get through that did not.</summary>
    Gained,

    /// <summary>Requests do not get through any more.</summary>
    Lost,

    /// <summary>Both.</summary>
    Changed,
}
