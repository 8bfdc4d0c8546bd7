using System.Text.Json.Serialization;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Something that somebody should look at; with its place, where that is known.</summary>
internal sealed record FindingDocument(
    string Severity,
    string Code,
    string Cluster,
    string Object,
    string Path,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line
)
{
    public static IReadOnlyList<FindingDocument> From(IEnumerable<Finding> findings) =>
        [
            .. findings.Select(finding => new FindingDocument(
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Code,
                finding.Cluster,
                finding.Object,
                finding.Path,
                finding.Message,
                finding.Source?.File,
                finding.Source?.Line
            )),
        ];
}
