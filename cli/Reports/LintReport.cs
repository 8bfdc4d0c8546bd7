using MeshStack.Cli.Commands;
using MeshStack.Cli.Lint;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>What is wrong with manifests, for people: one line for each finding, then each rule once.</summary>
internal static class LintReport
{
    private const int MostOfAFile = 100;

    public static void Write(LintResult result, TextWriter output)
    {
        foreach (var file in result.Findings.GroupBy(finding => finding.At.File))
        {
            Write([.. file], output);
        }

        var rules = result.Findings.Select(finding => finding.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
        {
            output.Write($"\n{rule.Code}: {rule.Summary}\n  Why: {rule.Why}\n  Fix: {rule.Fix}\n  {LintRules.Documentation(rule)}\n");
        }

        output.Write($"{(rules.Count > 0 ? "\n" : "")}{Summary(result)}\n");
    }

    // Of what is wrong all over, nobody mends more at once.
    private static void Write(IReadOnlyList<LintFinding> findings, TextWriter output)
    {
        var shown = findings.OrderByDescending(finding => finding.Severity).Take(MostOfAFile).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var finding in findings.Where(shown.Contains))
        {
            var place = string.Concat(
                new[] { finding.Object, finding.Path }.Where(part => !string.IsNullOrEmpty(part)).Select(part => $"{part}: ")
            );
            output.Write(PlainWriter.Line($"{finding.At}: {Word(finding.Severity)} {place}{finding.Message} ({finding.Rule.Code})") + "\n");
        }

        if (findings.Count > MostOfAFile)
        {
            output.Write(
                PlainWriter.Line(FormattableString.Invariant($"{findings[0].At.File}: {findings.Count - MostOfAFile} more")) + "\n"
            );
        }
    }

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Summary(LintResult result)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(weight => (Count: result.Findings.Count(finding => finding.Severity == weight.Item1), Noun: weight.Item2))
            .Where(weight => weight.Count > 0)
            .Select(weight => Count(weight.Count, weight.Noun))
            .ToList();
        var found = counts.Count > 0 ? string.Join(", ", counts) : "nothing wrong";
        var others = result.Unchecked switch
        {
            0 => "",
            1 => "; 1 is of no kind of Istio, and is not checked",
            var many => FormattableString.Invariant($"; {many} are of no kind of Istio, and are not checked"),
        };
        return $"{found} in {Count(result.Objects, "object")} of {Count(result.Files, "file")}, by Istio {result.Istio}{others}";
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
