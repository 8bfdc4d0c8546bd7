namespace MeshStack.Analysis.Config.Masks;

/// <summary>What a mask in a field means for answers.</summary>
internal enum MaskEffect
{
    /// <summary>No answer depends on the field.</summary>
    None,

    /// <summary>Where the field is matched, the match is not known; the rest of the object is read.</summary>
    Matched,

    /// <summary>Nothing of the object is known.</summary>
    Unread,
}
