using System.Text.Json;
using System.Text.Json.Serialization;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Whether one request gets through: <c>explain</c>.</summary>
internal sealed record VerdictDocument(
    string Decision,
    string Step,
    string Reason,
    IReadOnlyList<CauseDocument> Because,
    IReadOnlyList<StepDocument> Trace,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ObstacleDocument>? Obstacles,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<StepDocument>? ClosedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MirroredDocument>? Mirrored,
    IReadOnlyList<string> Assumptions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Advice,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static VerdictDocument From(Verdict verdict, string? advice, IReadOnlyList<Finding> notes) =>
        new(
            verdict.Decision,
            StepDocument.NameOf(verdict.Step),
            verdict.Reason,
            CauseDocument.From(verdict.Because),
            [.. verdict.Trace.Select(StepDocument.From)],
            verdict.Obstacles.Count == 0 ? null : [.. verdict.Obstacles.Select(ObstacleDocument.From)],
            verdict is Verdict.Allowed ? [.. verdict.ClosedBy.Select(StepDocument.From)] : null,
            verdict.Mirrored.Count == 0 ? null : [.. verdict.Mirrored.Select(MirroredDocument.From)],
            verdict.Assumptions,
            advice,
            NotCountedDocument.From(notes)
        );
}

/// <summary>One of the things that keep it away, or may do so.</summary>
internal sealed record ObstacleDocument(string Step, string Proxy, string Reason, bool IsCertain, IReadOnlyList<CauseDocument> Because)
{
    public static ObstacleDocument From(Obstacle obstacle) =>
        new(StepDocument.NameOf(obstacle.Step), obstacle.Proxy, obstacle.Reason, obstacle.IsCertain, CauseDocument.From(obstacle.Because));
}

/// <summary>A step of it, and the objects that it rests on.</summary>
internal sealed record StepDocument(
    string Step,
    string Proxy,
    string Outcome,
    IReadOnlyList<CauseDocument> Because,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ShareDocument>? Shares
)
{
    public static StepDocument From(TraceStep step) =>
        new(
            NameOf(step.Step),
            step.Proxy,
            step.Outcome,
            CauseDocument.From(step.Because),
            step.Shares.Count == 0 ? null : [.. step.Shares.Select(ShareDocument.From)]
        );

    public static string NameOf(AccessStep step) => JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}

/// <summary>What a destination of a split gets, in percent; without number where that is not known.</summary>
internal sealed record ShareDocument(string Host, int Port, string? Subset, double? Share)
{
    public static ShareDocument From(CallShare share) => new(share.To.Host, share.To.Port, share.To.Subset, share.Share?.Percent);
}

/// <summary>Who gets copies of it, of how many of such requests in percent, and what becomes of them.</summary>
internal sealed record MirroredDocument(TargetDocument Target, double? Share, string Decision, string Reason)
{
    public static MirroredDocument From(MirroredRequest copy) =>
        new(new(copy.Cluster, copy.Namespace, copy.Service, copy.Port), copy.Share?.Percent, copy.Verdict.Decision, copy.Verdict.Reason);
}
