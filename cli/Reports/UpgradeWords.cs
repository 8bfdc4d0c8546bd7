using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Upgrades;
using MeshStack.Manifests;
using MeshStack.Preview.Transitions;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Reports;

/// <summary>The words for the parts of an upgrade's report, the same in every form.</summary>
internal static class UpgradeWords
{
    /// <summary>Places that a reader looks at; JSON has all.</summary>
    private const int MostPlaces = 3;

    public static IEnumerable<string> Versions(UpgradeForecast forecast) =>
        forecast
            .Clusters.GroupBy(cluster => (cluster.From, cluster.To))
            .Select(group => $"Istio {group.Key.From} to {group.Key.To} in {string.Join(", ", group.Select(cluster => cluster.Cluster))}");

    public static string StandIn((string Version, string StandIn) one) =>
        $"the definitions of Istio {one.Version} are not known: those of {one.StandIn} stand in for them";

    public static IEnumerable<string> Reasons(IReadOnlyList<UpgradeReason> reasons) =>
        reasons.Count == 0
            ? ["several things that the versions take otherwise make it so together"]
            : reasons
                .GroupBy(reason => reason.Fact)
                .Select(group =>
                    (
                        group.Key is { } fact
                            ? $"{fact.Name}: before {fact.Since} {fact.Before}; since then {fact.After}"
                            : $"{UpgradeReason.Definitions}: a field or an object counts for one of the versions alone"
                    ) + $" ({string.Join(", ", group.Select(reason => reason.Cluster))})"
                );

    public static string Of(FieldChange change) =>
        (change.Finding.Code == ReadingCodes.FieldDropped, change.Appears) switch
        {
            (true, true) => "appears ",
            (true, false) => "pruned ",
            (false, true) => "taken ",
            (false, false) => "refused ",
        } + FindingText.Of(change.Finding with { Message = $"{(change.Appears ? "before" : "then")}: {change.Finding.Message}" });

    public static string Of(NoteState state) =>
        state switch
        {
            NoteState.Comes => "comes",
            NoteState.Goes => "goes",
            _ => "stays",
        };

    public static string Touches(TouchingNote note) => note.IsCertain ? "touches" : "may touch";

    public static string Places(TouchingNote note)
    {
        // What is touched for certain first.
        var places = note
            .Hits.OrderBy(hit => hit.IsCertain ? 0 : 1)
            .Select(hit => hit.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return string.Join(", ", places.Take(MostPlaces))
            + (places.Length > MostPlaces ? FormattableString.Invariant($" and {places.Length - MostPlaces} more") : "");
    }

    public static string Others(UpgradeReport report) =>
        report.OtherNotes switch
        {
            0 when report.Notes.Count == 0 => "none of the notes that are known is about these versions",
            0 => "",
            1 => "1 other note about these versions touches nothing here",
            var count => FormattableString.Invariant($"{count} other notes about these versions touch nothing here"),
        };

    /// <summary>What a step's settings are: those that it changes.</summary>
    public static string OfSteps(UpgradeReport report) =>
        report.Plan.Steps.Any(step => step.Definition.Length > 0) ? " (each with the keys that it changes; all others stay)" : "";

    public static string Of(UpgradeStep step, UpgradeReport report) =>
        step.Title
        + (step.Definition.Length > 0 ? $": {step.Definition}" : "")
        + (report.Command.Length > 0 ? $", then {report.Command}" : "");

    public static string Of(RefusedMeanwhile one) =>
        (one.After, one.Until) switch
        {
            (0, { } until) => FormattableString.Invariant($"until step {until} "),
            (0, null) => "before and after ",
            (var after, { } until) => FormattableString.Invariant($"after step {after}, until step {until} "),
            (var after, null) => FormattableString.Invariant($"after step {after} "),
        } + Of(one.Notice);

    public static string Of(TransitionNotice notice) =>
        notice.Kind switch
        {
            TransitionKind.Refused => "refused",
            TransitionKind.Warning => "warning",
            _ => "to do",
        } + $" {notice}";

    public static string Of(ArgsProblem problem) => (problem.Severity == ProblemSeverity.Error ? "refused " : "warning ") + problem.Message;
}
