using System.Text.Json.Serialization;
using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Who may call whom: <c>access</c>.</summary>
internal sealed record AccessDocument(
    IReadOnlyList<ServiceDocument> Services,
    IReadOnlyList<TargetDocument> Closed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<InvariantDocument>? Invariants,
    IReadOnlyList<FindingDocument> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Shown
)
{
    public static AccessDocument From(AccessReport report) =>
        new(
            ServiceDocument.From(report),
            [.. report.Closed.Select(TargetDocument.From)],
            InvariantDocument.From(report.Invariants),
            FindingDocument.From(report.Findings),
            NotCountedDocument.From(report.Findings),
            report.Shown
        );
}

/// <summary>A port of a service that somebody may call.</summary>
internal sealed record ServiceDocument(string Cluster, string? Namespace, string Service, int Port, IReadOnlyList<CallerDocument> Access)
{
    public static IReadOnlyList<ServiceDocument> From(AccessReport report) =>
        [.. report.Services.Select(service => From(service.Target, service.Callers))];

    private static ServiceDocument From(AccessTarget target, IEnumerable<OpenAccess> callers) =>
        new(target.Cluster, target.Namespace, target.Service, target.Port, [.. callers.Select(CallerDocument.From)]);
}

/// <summary>Callers that may do the same.</summary>
internal sealed record CallerDocument(
    IReadOnlyList<string> Callers,
    IReadOnlyList<string> Requests,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<string> Reasons,
    string Host,
    string? Through,
    IReadOnlyList<CauseDocument> Because
)
{
    public static CallerDocument From(OpenAccess caller) =>
        new(
            caller.Callers,
            caller.Requests,
            caller.Undecided,
            caller.Reasons,
            caller.Host,
            caller.Through,
            CauseDocument.From(caller.Because)
        );
}
