using MeshStack.Analysis.Diff;

namespace MeshStack.Analysis.Upgrades;

/// <summary>What becomes of calls by an upgrade besides whether they get through.</summary>
/// <param name="Calls">What changes.</param>
/// <param name="Reasons">What makes it so; none where it takes several things together.</param>
internal sealed record HandlingChange(CallChange Calls, IReadOnlyList<UpgradeReason> Reasons);
