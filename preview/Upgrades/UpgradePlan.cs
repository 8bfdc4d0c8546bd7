using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>The way from one version to another.</summary>
/// <param name="RefusedAtOnce">What is refused of it in one step.</param>
/// <param name="Steps">The steps, in their order.</param>
/// <param name="Meanwhile">What is refused while it is under way.</param>
internal sealed record UpgradePlan(
    IReadOnlyList<TransitionNotice> RefusedAtOnce,
    IReadOnlyList<UpgradeStep> Steps,
    IReadOnlyList<RefusedMeanwhile> Meanwhile
);
