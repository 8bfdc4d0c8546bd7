using System.Text.Json.Serialization;
using MeshStack.Cli.Lint;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What is wrong with manifests: <c>lint</c>.</summary>
internal sealed record LintDocument(string Istio, int Files, int Objects, int Unchecked, IReadOnlyList<LintFindingDocument> Findings)
{
    public static LintDocument From(LintResult result) =>
        new(result.Istio, result.Files, result.Objects, result.Unchecked, [.. result.Findings.Select(LintFindingDocument.From)]);
}

/// <summary>One of them, with what its rule says.</summary>
internal sealed record LintFindingDocument(
    string Severity,
    string Code,
    string Origin,
    string File,
    int Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Object,
    string Path,
    string Message,
    string Why,
    string Fix,
    string Documentation
)
{
    public static LintFindingDocument From(LintFinding finding) =>
        new(
            LintReport.Word(finding.Severity),
            finding.Rule.Code,
            finding.Rule.Origin.ToString().ToLowerInvariant(),
            finding.At.File,
            finding.At.Line,
            finding.Object,
            finding.Path,
            finding.Message,
            finding.Rule.Why,
            finding.Rule.Fix,
            LintRules.Documentation(finding.Rule)
        );
}
