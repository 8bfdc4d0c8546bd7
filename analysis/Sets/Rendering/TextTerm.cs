using System.Collections.Immutable;

namespace MeshStack.Analysis.Sets.Rendering;

/// <summary>One match in Istio's language, and the matches that are taken out of it.</summary>
internal sealed record TextTerm(string Pattern, ImmutableArray<TextTerm> Except)
{
    public static string Join(IEnumerable<TextTerm> terms, string or) =>
        string.Join(or, terms.Select(term => term.ToString()).Order(StringComparer.Ordinal));

    public override string ToString() =>
        this switch
        {
            { Except: [] } => Pattern,
            { Except: [{ Pattern: "\"\"", Except: [] }], Pattern: "everything" } => "*",
            { Pattern: "everything" } => $"everything but {Join(Except, ", ")}",
            _ => $"({Pattern} but not {Join(Except, ", ")})",
        };
}
