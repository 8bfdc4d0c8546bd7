namespace MeshStack.Preview.Upgrades;

/// <summary>What becomes of what a note tells by an upgrade.</summary>
internal enum NoteState
{
    /// <summary>It comes with the new version.</summary>
    Comes,

    /// <summary>The new version does not have it any more.</summary>
    Goes,

    /// <summary>A flaw that both versions have.</summary>
    Stays,
}
