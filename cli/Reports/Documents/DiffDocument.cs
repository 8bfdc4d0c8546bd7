using System.Text.Json.Serialization;
using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Reach;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What a change gives and takes, and what becomes of calls besides: <c>access diff</c>.</summary>
internal sealed record DiffDocument(
    IReadOnlyList<ChangeDocument> Changes,
    IReadOnlyList<CallDocument> Calls,
    IReadOnlyList<NearerDocument> Nearer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? NotKnown,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FindingDocument>? Findings
)
{
    public static DiffDocument From(AccessDifference difference) =>
        new(
            [.. difference.Sorted.Select(ChangeDocument.From)],
            [.. difference.Calls.Select(CallDocument.From)],
            [.. difference.Nearer.Select(NearerDocument.From)],
            difference.Doubts.Count == 0 ? null : difference.Doubts,
            NotCountedDocument.From(difference.Notes),
            difference.Expiry.Count == 0 ? null : FindingDocument.From(difference.Expiry)
        );
}

/// <summary>A service that a caller comes to in fewer calls than before.</summary>
internal sealed record NearerDocument(WayDocument Way, int? Before)
{
    public static NearerDocument From(NearerService nearer) => new(WayDocument.From(nearer.Way), nearer.Before);
}

/// <summary>What becomes of calls to one name.</summary>
internal sealed record CallDocument(
    string Kind,
    string Effect,
    IReadOnlyList<string> Callers,
    string Host,
    int Port,
    string What,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Requests,
    string? Example,
    bool Undecided,
    IReadOnlyList<CauseDocument> Because,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ShareChangeDocument>? Shares
)
{
    public static CallDocument From(CallChange change) =>
        new(
            change.Kind.ToString().ToLowerInvariant(),
            change.Effect.ToString().ToLowerInvariant(),
            [.. change.Callers.Select(caller => caller.ToString())],
            change.Host,
            change.Port,
            change.What,
            change.Before,
            change.IsHttp ? change.Requests.Lines() : [],
            change.IsHttp ? change.Example?.ToString() : null,
            change.IsUndecided,
            CauseDocument.From(change.Because),
            change.Shares.Count == 0 ? null : [.. change.Shares.Select(ShareChangeDocument.From)]
        );
}

/// <summary>What a destination of routes gets of the calls, in percent; without number where that is not known.</summary>
internal sealed record ShareChangeDocument(string Host, int Port, string? Subset, double? Before, double? After)
{
    public static ShareChangeDocument From(ShareChange share) =>
        new(share.To.Host, share.To.Port, share.To.Subset, share.Before?.Percent, share.After?.Percent);
}

/// <summary>What it changes for one caller at one port of a service.</summary>
internal sealed record ChangeDocument(
    string Kind,
    string Caller,
    TargetDocument Target,
    IReadOnlyList<string> Gained,
    string? GainedExample,
    IReadOnlyList<string> Lost,
    string? LostExample,
    bool Undecided,
    IReadOnlyList<CauseDocument> Because
)
{
    public static ChangeDocument From(AccessChange change) =>
        new(
            change.Kind.ToString().ToLowerInvariant(),
            change.Caller.ToString(),
            TargetDocument.From(change.Target),
            change.Gained.Lines(),
            change.GainedExample?.ToString(),
            change.Lost.Lines(),
            change.LostExample?.ToString(),
            change.Undecided,
            CauseDocument.From(change.Because)
        );
}
