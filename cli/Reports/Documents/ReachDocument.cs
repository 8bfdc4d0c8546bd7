using System.Text.Json.Serialization;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Reach;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Chains of calls: <c>access --reach</c> and <c>access --paths-to</c>.</summary>
internal sealed record ReachDocument(
    IReadOnlyList<WayDocument> Ways,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static ReachDocument From(IEnumerable<AccessWay> ways, IReadOnlyList<Finding> notes) =>
        new([.. ways.Select(WayDocument.From)], NotCountedDocument.From(notes));
}

/// <summary>One chain.</summary>
internal sealed record WayDocument(string Caller, TargetDocument Target, IReadOnlyList<CallOfWayDocument> Calls, bool Undecided)
{
    public static WayDocument From(AccessWay way) =>
        new(way.Caller.ToString(), TargetDocument.From(way.Target), [.. way.Calls.Select(CallOfWayDocument.From)], way.IsUndecided);
}

/// <summary>One call of a chain.</summary>
internal sealed record CallOfWayDocument(
    TargetDocument Target,
    string Host,
    int Port,
    IReadOnlyList<string> Requests,
    string? Through,
    IReadOnlyList<CauseDocument> Because
)
{
    public static CallOfWayDocument From(AccessCell call) =>
        new(
            TargetDocument.From(call.Target),
            call.Host,
            call.HostPort,
            OutageDocument.Texts(call.Requests.Possible, call.IsHttp),
            call.Through,
            CauseDocument.From(call.Because)
        );
}
