using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>How much of what a folder holds does not count, by the code of the finding that says so.</summary>
internal sealed record NotCountedDocument(string Code, int Count)
{
    /// <summary>Null where all counts.</summary>
    public static IReadOnlyList<NotCountedDocument>? From(IEnumerable<Finding> notes)
    {
        NotCountedDocument[] counted =
        [
            .. NotCounted
                .In(notes)
                .GroupBy(note => note.Code, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new NotCountedDocument(group.Key, group.Count())),
        ];
        return counted.Length == 0 ? null : counted;
    }
}
