namespace MeshStack.Analysis.Upgrades;

/// <summary>A field, or a whole object, that counts for one of the versions alone.</summary>
/// <param name="Appears">True where it counts after the upgrade and not before.</param>
/// <param name="Finding">What the version says of it for which it does not count.</param>
internal sealed record FieldChange(bool Appears, Finding Finding);
