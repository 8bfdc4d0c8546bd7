using System.Text;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>The page of the documentation that has a section for each rule.</summary>
internal static class LintRulesPage
{
    public static string Text()
    {
        var text = new StringBuilder(
            $"""
            # What `meshstack lint` finds

            This page is made from the rules themselves: `tests/accept` writes it.

            `meshstack lint PATH…` checks manifests of Istio, whoever wrote them; PATH is a file, a folder, or `-` for the standard
            input. It ends with 0 when no finding weighs as much as `--fail-on` says (`error`, if nothing else is asked for), with 1
            when one does, and with 2 when the command line is wrong. `--istio` says which version of Istio the manifests are for,
            `--ignore RULE` leaves a rule out, and `--output` gives text, JSON ([schema](schema/reports/lint.schema.json)) or SARIF
            2.1.0. With `--access` it also looks for rules, routes and selectors that are of no use; that needs all manifests of a
            cluster, the workloads included.

            Each rule has a weight: an *error* is refused in the cluster or has no effect, a *warning* is accepted and likely not
            what was meant, *info* is worth knowing. And each has an origin:

            | origin | who judges by it |
            |---|---|
            | kubernetes | the API server, by the schema of Istio's kinds |
            | istio | istiod, which refuses the object or warns of it: its validation in release 1.30 |
            | meshstack | MeshStack alone: Istio takes the object without a word |

            In a folder, documents that are no manifests are named and left out, and hidden folders are not looked into.

            """
        );
        foreach (var rule in LintRules.All)
        {
            text.Append($"\n## {rule.Code}\n\n{Heading(rule)}\n\n")
                .Append($"{MarkdownText.Of(rule.Summary)}\n\n")
                .Append($"- Why: {MarkdownText.Of(rule.Why)}\n")
                .Append($"- Fix: {MarkdownText.Of(rule.Fix)}\n");
        }

        return text.ToString();
    }

    private static string Heading(FindingRule rule) =>
        $"*{LintReport.Word(rule.Severity)}*, {rule.Origin.ToString().ToLowerInvariant()}, "
        + (rule.Kinds.Count > 0 ? string.Join(", ", rule.Kinds) : "every kind");
}
