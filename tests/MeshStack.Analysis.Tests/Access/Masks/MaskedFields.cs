using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>The values that stand at the same place of some object, so that a mask may hide any of them.</summary>
internal static class MaskedFields
{
    private const int MostValues = 12;

    /// <summary>
    /// What no answer depends on by what docs/proof.md says: two clusters whose roots are not shown are taken to trust each other's, and
    /// the answer says so.
    /// </summary>
    public static bool IsTakenForGranted(MaskedField field) =>
        field.Kind
            is "Secret data root-cert.pem"
                or "Secret stringData root-cert.pem"
                or "Secret data"
                or "Secret stringData"
                or "Secret metadata name"
                or "Secret metadata namespace";

    /// <summary>The values of each place in many sources, deepest values included.</summary>
    public static ILookup<string, object?> Known(IEnumerable<SnapshotSources> sources) =>
        sources
            .SelectMany(MaskedField.Of)
            .GroupBy(field => field.Kind)
            .SelectMany(same => same.Select(field => field.Value).DistinctBy(Text).Take(MostValues).Select(value => (same.Key, value)))
            .ToLookup(entry => entry.Key, entry => entry.value);

    /// <summary>Whether a request gets through; which of two refusals comes first is not told where the first is not known.</summary>
    public static bool? GetsThrough(Verdict verdict) => verdict is Verdict.Undecided ? null : verdict is Verdict.Allowed;

    /// <summary>What the mask of a field may stand for.</summary>
    public static IEnumerable<object?> Behind(this ILookup<string, object?> known, MaskedField field) =>
        known[field.Kind].Prepend(field.Value).DistinctBy(Text);

    public static string Text(object? value) => System.Text.Json.JsonSerializer.Serialize(value);
}
