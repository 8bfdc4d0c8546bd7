using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>How much of what a folder holds does not count, for the last line of every answer.</summary>
internal static class NotCounted
{
    private static readonly (string Code, string One, string Many)[] Words =
    [
        (ReadingCodes.KustomizationNotBuilt, "kustomization not built", "kustomizations not built"),
        (ReadingCodes.DocumentPassedBy, "document passed by", "documents passed by"),
        (ReadingCodes.ObjectTwice, "object replaced by a later one", "objects replaced by later ones"),
        (ReadingCodes.ObjectTakenAway, "object taken away", "objects taken away"),
        (ReadingCodes.ObjectRefused, "object refused", "objects refused"),
        (ReadingCodes.ObjectOfAnotherRevision, "object of another revision", "objects of another revision"),
        (ReadingCodes.FieldDropped, "field dropped", "fields dropped"),
    ];

    /// <summary>How many there are of each, in words.</summary>
    public static string Text(IReadOnlyList<Finding> notes)
    {
        var counted = Words
            .Select(word => (word.One, word.Many, Count: notes.Count(note => note.Code == word.Code)))
            .Where(word => word.Count > 0)
            .Select(word => FormattableString.Invariant($"{word.Count} {(word.Count == 1 ? word.One : word.Many)}"))
            .ToArray();
        return counted.Length == 0 ? "" : $"not counted: {string.Join(", ", counted)}";
    }

    /// <summary>The same as a line of its own; nothing where all counts.</summary>
    public static string Line(IReadOnlyList<Finding> notes) => Text(notes) is { Length: > 0 } text ? text + "\n" : "";

    /// <summary>The findings among others that are counted.</summary>
    public static IReadOnlyList<Finding> In(IEnumerable<Finding> findings) =>
        [.. findings.Where(finding => Words.Any(word => word.Code == finding.Code))];
}
