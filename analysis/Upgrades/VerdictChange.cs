using MeshStack.Analysis.Diff;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What a caller gains or loses by an upgrade.</summary>
/// <param name="Access">What changes.</param>
/// <param name="Reasons">What makes it so; none where it takes several things together.</param>
internal sealed record VerdictChange(AccessChange Access, IReadOnlyList<UpgradeReason> Reasons);
