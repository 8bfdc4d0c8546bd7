namespace MeshStack.Preview.Changes;

/// <summary>What becomes of an object or a Helm release.</summary>
internal enum ObjectChangeKind
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It has other fields.</summary>
    Changed,

    /// <summary>It goes, and one that says the same under another name comes: the cluster sees two objects.</summary>
    Renamed,

    /// <summary>It is not there any more.</summary>
    Removed,
}
