using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>One step of an upgrade.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Definition">What the definition says then; empty where there is none.</param>
/// <param name="Versions">What it brings each cluster and revision to, those that serve others first.</param>
/// <param name="Notices">What running workloads notice of it.</param>
internal sealed record UpgradeStep(
    string Title,
    string Definition,
    IReadOnlyList<string> Versions,
    IReadOnlyList<TransitionNotice> Notices
);
