namespace MeshStack.Conformance;

/// <summary>What a comparison looked at and found.</summary>
/// <param name="Compared">What was compared, in words with counts: "3 files, 12 types".</param>
/// <param name="Differences">Every difference, empty when there is none; one may have several lines.</param>
internal sealed record ComparisonResult(string Compared, IReadOnlyList<string> Differences);
