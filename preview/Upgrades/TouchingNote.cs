namespace MeshStack.Preview.Upgrades;

/// <summary>A note that touches a mesh, or may do so.</summary>
/// <param name="Note">The note.</param>
/// <param name="State">What becomes of what it tells.</param>
/// <param name="Hits">The places.</param>
internal sealed record TouchingNote(UpgradeNote Note, NoteState State, IReadOnlyList<NoteHit> Hits)
{
    /// <summary>False where the objects do not decide it.</summary>
    public bool IsCertain => Hits.Any(hit => hit.IsCertain);
}
