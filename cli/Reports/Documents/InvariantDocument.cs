using System.Text.Json.Serialization;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>An invariant and what becomes of it: <c>holds</c>, <c>fails</c> with the request that shows it, <c>undecided</c> with the
/// reason.</summary>
internal sealed record InvariantDocument(
    string Kind,
    string Invariant,
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Shown,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CauseDocument>? Because,
    string Path,
    LocationDocument Source
)
{
    /// <summary>Null where there is none.</summary>
    public static IReadOnlyList<InvariantDocument>? From(IReadOnlyList<InvariantState> states) =>
        states.Count == 0 ? null : [.. states.Select(From)];

    private static InvariantDocument From(InvariantState state) =>
        new(
            state.Invariant.Kind.ToString().ToLowerInvariant(),
            state.Text,
            InvariantLines.Word(state),
            state.Shown?.Request,
            state.Shown is { } shown ? CauseDocument.From(shown.Because) : null,
            state.Invariant.Where,
            LocationDocument.From(state.Invariant.Location)
        );
}
