using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Upgrades;
using MeshStack.Preview.Transitions;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Reports;

/// <summary>What is known of an upgrade beforehand.</summary>
/// <param name="Forecast">What the objects mean to both versions.</param>
/// <param name="Fields">Which fields and objects count for one version alone, each at the place that it comes from.</param>
/// <param name="Notes">The notes that touch the objects.</param>
/// <param name="OtherNotes">How many notes about these versions touch none of them.</param>
/// <param name="Problems">What speaks against installing the version.</param>
/// <param name="Plan">The steps, and what is refused meanwhile.</param>
/// <param name="Command">What carries out a step; empty where that is a matter of the installer.</param>
internal sealed record UpgradeReport(
    UpgradeForecast Forecast,
    IReadOnlyList<FieldChange> Fields,
    IReadOnlyList<TouchingNote> Notes,
    int OtherNotes,
    IReadOnlyList<ArgsProblem> Problems,
    UpgradePlan Plan,
    string Command
);
