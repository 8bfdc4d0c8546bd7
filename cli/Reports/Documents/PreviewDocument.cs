using System.Text.Json.Serialization;
using MeshStack.Analysis.Topology;
using MeshStack.Preview;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What a stack puts on its clusters: <c>preview</c>. It holds nothing that differs between two runs.</summary>
internal sealed record PreviewDocument(
    string Stack,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ProvedWith,
    IReadOnlyList<ClusterDocument> Clusters,
    IReadOnlyList<AccessRowDocument> Access,
    IReadOnlyList<TargetDocument> Closed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<InvariantDocument>? Invariants,
    IReadOnlyList<WarningDocument> Warnings,
    IReadOnlyList<FindingDocument> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SidecarHostsDocument>? SidecarHosts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<UnreachableDocument>? Unreachable,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NoticeDocument>? Transition,
    IReadOnlyList<UnsetDocument> Unset,
    SummaryDocument Summary
)
{
    public static PreviewDocument From(PreviewView view)
    {
        var (preview, counts) = (view.Preview, view.Counts);
        return new(
            preview.Stack,
            preview.ProvedWith.Count == 0 ? null : preview.ProvedWith,
            [.. view.Clusters.Select(ClusterDocument.From)],
            [.. view.Rows.Select(AccessRowDocument.From)],
            [.. view.Closed.Select(TargetDocument.From)],
            InvariantDocument.From(preview.Proof.Invariants),
            [.. view.Warnings.Select(WarningDocument.From)],
            FindingDocument.From(view.Findings),
            preview.SidecarHosts is { Count: > 0 } told ? [.. told.Select(SidecarHostsDocument.From)] : null,
            preview.Outages.Count > 0 ? [.. preview.Outages.Select(UnreachableDocument.From)] : null,
            preview.Since,
            preview.Since is null ? null : [.. preview.Transition.Select(NoticeDocument.From)],
            [.. preview.Unset.Select(UnsetDocument.From)],
            new(counts.Clusters, counts.Components, counts.Objects, view.Shown)
        );
    }
}

/// <summary>How many hosts the sidecars of a namespace are told of, and would be without a Sidecar.</summary>
internal sealed record SidecarHostsDocument(string Cluster, string Namespace, int Hosts, int Without)
{
    public static SidecarHostsDocument From(SidecarHosts told) => new(told.Cluster, told.Namespace, told.Hosts, told.All);
}

/// <summary>What callers may ask of a service alike, as it is proved.</summary>
internal sealed record AccessRowDocument(
    string Service,
    bool Declared,
    IReadOnlyList<TargetDocument> Targets,
    IReadOnlyList<string> Callers,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Hosts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Through,
    IReadOnlyList<CauseDocument> Because
)
{
    public static AccessRowDocument From(AccessRow row) =>
        new(
            row.Service,
            row.IsDeclared,
            [.. row.Targets.Select(TargetDocument.From)],
            row.Callers,
            row.Requests,
            row.Undecided,
            row.Reasons,
            row.Hosts,
            row.Through,
            CauseDocument.From(row.Because)
        );
}

/// <summary>A warning about the definition.</summary>
internal sealed record WarningDocument(string File, int Line, string? Path, string Message)
{
    public static WarningDocument From(DefinitionProblem warning) => new(warning.At.File, warning.At.Line, warning.Path, warning.Message);
}

/// <summary>A cluster that an update cannot reach, and what it keeps.</summary>
internal sealed record UnreachableDocument(string Cluster, bool Skipped, bool Removed, int Objects, IReadOnlyList<string> Keep)
{
    public static UnreachableDocument From(UnreachableCluster outage) =>
        new(outage.Cluster, outage.IsSkipped, outage.IsRemoved, outage.Objects, outage.Dependents);
}

/// <summary>What a change does to what is running: refused, warning or toDo.</summary>
internal sealed record NoticeDocument(string Kind, string Subject, string Message)
{
    public static NoticeDocument From(TransitionNotice notice) =>
        new(
            notice.Kind switch
            {
                TransitionKind.Refused => "refused",
                TransitionKind.Warning => "warning",
                _ => "toDo",
            },
            notice.Subject,
            notice.Message
        );
}

/// <summary>A configuration value that is not set yet.</summary>
internal sealed record UnsetDocument(string Key, bool Secret, string File, int Line)
{
    public static UnsetDocument From(ConfigurationValue value) => new(value.Key, value.IsSecret, value.Location.File, value.Location.Line);
}

/// <summary>How much there is in all, and which part of it filters leave.</summary>
internal sealed record SummaryDocument(
    int Clusters,
    int Components,
    int Objects,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Shown
);
