using System.Text.Json.Serialization;
using MeshStack.Analysis.Diff;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What a change gives and takes: <c>access diff</c>.</summary>
internal sealed record DiffDocument(
    IReadOnlyList<ChangeDocument> Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static DiffDocument From(IEnumerable<AccessChange> changes, IReadOnlyList<Finding> notes) =>
        new([.. changes.Select(ChangeDocument.From)], NotCountedDocument.From(notes));
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
