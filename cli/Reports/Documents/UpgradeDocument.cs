using System.Text.Json.Serialization;
using MeshStack.Analysis.Upgrades;
using MeshStack.Manifests;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What another version of Istio makes of the same objects: <c>upgrade</c>.</summary>
internal sealed record UpgradeDocument(
    IReadOnlyList<ClusterUpgradeDocument> Clusters,
    IReadOnlyList<VerdictChangeDocument> Changes,
    IReadOnlyList<HandlingChangeDocument> Calls,
    IReadOnlyList<FieldChangeDocument> Fields,
    IReadOnlyList<StandInDocument> StandIns,
    IReadOnlyList<NoteDocument> Notes,
    int OtherNotes,
    IReadOnlyList<VersionProblemDocument> Problems,
    IReadOnlyList<NoticeDocument> RefusedInOneStep,
    IReadOnlyList<UpgradeStepDocument> Steps,
    IReadOnlyList<MeanwhileDocument> Meanwhile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static UpgradeDocument From(UpgradeReport report) =>
        new(
            [.. report.Forecast.Clusters.Select(cluster => new ClusterUpgradeDocument(cluster.Cluster, cluster.From, cluster.To))],
            [.. report.Forecast.Changes.Select(VerdictChangeDocument.From)],
            [.. report.Forecast.Calls.Select(HandlingChangeDocument.From)],
            [
                .. report.Fields.Select(field => new FieldChangeDocument(
                    field.Appears ? "after" : "before",
                    FindingDocument.From([field.Finding])[0]
                )),
            ],
            [.. report.Forecast.StandIns.Select(one => new StandInDocument(one.Version, one.StandIn))],
            [.. report.Notes.Select(NoteDocument.From)],
            report.OtherNotes,
            [
                .. report.Problems.Select(problem => new VersionProblemDocument(
                    problem.Severity == ProblemSeverity.Error ? "refused" : "warning",
                    problem.Message
                )),
            ],
            [.. report.Plan.RefusedAtOnce.Select(NoticeDocument.From)],
            [.. report.Plan.Steps.Select(UpgradeStepDocument.From)],
            [.. report.Plan.Meanwhile.Select(one => new MeanwhileDocument(one.After, one.Until, NoticeDocument.From(one.Notice)))],
            NotCountedDocument.From(report.Forecast.Notes)
        );
}

/// <summary>The versions that a cluster is between.</summary>
internal sealed record ClusterUpgradeDocument(string Cluster, string From, string To);

/// <summary>What a caller gains or loses, and what makes it so; no reasons where it takes several things together.</summary>
internal sealed record VerdictChangeDocument(ChangeDocument Access, IReadOnlyList<UpgradeReasonDocument> Reasons)
{
    public static VerdictChangeDocument From(VerdictChange change) =>
        new(ChangeDocument.From(change.Access), [.. change.Reasons.Select(UpgradeReasonDocument.From)]);
}

/// <summary>What becomes of calls to one name besides whether they get through, and what makes it so.</summary>
internal sealed record HandlingChangeDocument(CallDocument Calls, IReadOnlyList<UpgradeReasonDocument> Reasons)
{
    public static HandlingChangeDocument From(HandlingChange change) =>
        new(CallDocument.From(change.Calls), [.. change.Reasons.Select(UpgradeReasonDocument.From)]);
}

/// <summary>What a cluster's new version takes otherwise; "definitions" where it is those of Istio's kinds.</summary>
internal sealed record UpgradeReasonDocument(
    string Cluster,
    string Fact,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? After,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source
)
{
    public static UpgradeReasonDocument From(UpgradeReason reason) =>
        new(reason.Cluster, reason.Name, reason.Fact?.Since, reason.Fact?.Before, reason.Fact?.After, reason.Fact?.Source);
}

/// <summary>A field or an object that counts for one of the versions alone: "before" the upgrade or "after" it.</summary>
internal sealed record FieldChangeDocument(string Counts, FindingDocument Finding);

/// <summary>A version whose definitions are not known, and the one whose definitions are taken in their place.</summary>
internal sealed record StandInDocument(string Version, string StandIn);

/// <summary>A note that touches the objects, or may do so.</summary>
internal sealed record NoteDocument(
    string Id,
    string State,
    bool Flaw,
    string Versions,
    string About,
    string Source,
    bool Touches,
    IReadOnlyList<NotePlaceDocument> Places
)
{
    public static NoteDocument From(TouchingNote note) =>
        new(
            note.Note.Id,
            UpgradeWords.Of(note.State),
            note.Note.IsFlaw,
            note.Note.Versions,
            note.Note.About,
            note.Note.Source,
            note.IsCertain,
            [
                .. note.Hits.Select(hit => new NotePlaceDocument(
                    hit.Cluster,
                    hit.Object,
                    hit.Path,
                    hit.IsCertain,
                    hit.Source?.File,
                    hit.Source?.Line
                )),
            ]
        );
}

/// <summary>A place that a note is about; object and path are empty where it is the cluster as a whole.</summary>
internal sealed record NotePlaceDocument(
    string Cluster,
    string Object,
    string Path,
    bool Certain,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line
);

/// <summary>What speaks against installing the version: refused or warning.</summary>
internal sealed record VersionProblemDocument(string Kind, string Message);

/// <summary>What is refused after a step (0 for before the first), until another one; no end where it stays so.</summary>
internal sealed record MeanwhileDocument(
    int After,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Until,
    NoticeDocument Notice
);

/// <summary>A step, and what it leaves to do.</summary>
internal sealed record UpgradeStepDocument(
    string Title,
    string Definition,
    IReadOnlyList<string> Versions,
    IReadOnlyList<NoticeDocument> Notices
)
{
    public static UpgradeStepDocument From(UpgradeStep step) =>
        new(step.Title, step.Definition, step.Versions, [.. step.Notices.Select(NoticeDocument.From)]);
}
