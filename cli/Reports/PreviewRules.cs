using MeshStack.Cli.Lint;
using MeshStack.Manifests;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports;

/// <summary>The rules of what a preview finds besides <c>lint</c>: invariants, and where intents and proof differ.</summary>
internal static class PreviewRules
{
    private const string Documentation = "https://github.com/meshstack/meshstack/blob/main/docs/proof.md";

    private static readonly Dictionary<string, FindingRule> Known = LintRules
        .All.Concat([
            Rule(
                "invariant-never",
                Severity.Error,
                "No request of a never gets through.",
                "A request that must not get through does, or may.",
                "Change the access or the object that is named, or the invariant."
            ),
            Rule(
                "invariant-always",
                Severity.Error,
                "The request of an always gets through from all of its callers to all of its services.",
                "A request that must get through does not, or may not.",
                "Change the access or the object that is named, or the invariant."
            ),
            Rule(
                "invariant-only",
                Severity.Error,
                "Nobody but the callers of an only gets anything of its services.",
                "Somebody else gets through, or may.",
                "Change the access or the object that is named, or the invariant."
            ),
            Rule(
                "invariant-routed-by",
                Severity.Error,
                "VirtualServices of the namespaces of a routedBy alone route calls to its services.",
                "Another namespace says where the calls go, or may say so.",
                "Move or change the VirtualService that is named, or the invariant."
            ),
            Rule(
                "invariant-never-reaches",
                Severity.Error,
                "No chain of calls leads from the callers of a neverReaches to its services.",
                "Whoever takes over a caller comes there, or may, from service to service.",
                "Close one of the calls of the chain, or change the invariant."
            ),
            Rule(
                "access-not-allowed",
                Severity.Warning,
                "What a ClientAccess declares gets through.",
                "The caller is refused, or does not find the service.",
                "Change the object that is named, or the access."
            ),
            Rule(
                "access-undecided",
                Severity.Warning,
                "What a ClientAccess declares is decided by the objects.",
                "Whether the caller gets through depends on what the objects do not say.",
                "Say in the definition what the reason names."
            ),
            Rule(
                "access-not-declared",
                Severity.Warning,
                "What gets through to an InboundService is declared by an intent.",
                "Somebody may call the service whom no intent of it names.",
                "Change the object that is named, or declare the access."
            ),
            Rule(
                AccessExpiry.Expired,
                Severity.Error,
                "No ClientAccess stands after its until.",
                "Its callers are let in longer than they were meant to be.",
                "Remove the access, or give it another date."
            ),
            Rule(
                AccessExpiry.ExpiresSoon,
                Severity.Warning,
                "A ClientAccess that is still needed has a date ahead.",
                "It expires within 30 days.",
                "Remove the access in time, or give it another date."
            ),
            Rule(
                "definition-error",
                Severity.Error,
                "A definition has no errors.",
                "Nothing is planned, proved or applied of a definition with errors.",
                "Each error says what is allowed."
            ),
            Rule(
                "review-access",
                Severity.Info,
                "A change gives access, or sends calls, or another share of them, elsewhere.",
                "Who reviews it decides whether that is meant.",
                "Nothing where it is meant."
            ),
        ])
        .ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule of findings with a code.</summary>
    public static FindingRule Of(string code) =>
        Known.TryGetValue(code, out var rule)
            ? rule
            : Rule(
                code,
                Severity.Warning,
                "What is found of the objects.",
                "Each finding says what happens.",
                "Each finding says what to do."
            );

    /// <summary>Where the rule is described.</summary>
    public static string PageOf(FindingRule rule) =>
        rule.Code.StartsWith("invariant-", StringComparison.Ordinal) ? $"{Documentation}#invariants"
        : rule.Code is AccessExpiry.Expired or AccessExpiry.ExpiresSoon ? $"{Documentation}#accesses-that-expire"
        : rule.Code.StartsWith("access-", StringComparison.Ordinal) ? $"{Documentation}#what-is-declared-and-what-is-proved"
        : LintRules.Documentation(rule);

    private static FindingRule Rule(string code, Severity severity, string summary, string why, string fix) =>
        new(code, severity, RuleOrigin.MeshStack, [], summary, why, fix);
}
