using MeshStack.Analysis.Findings;
using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>The rules of everything that <c>meshstack lint</c> finds.</summary>
internal static class LintRules
{
    /// <summary>A text that is read as YAML is YAML.</summary>
    public static FindingRule Yaml { get; } =
        new(
            "yaml",
            Severity.Error,
            RuleOrigin.Kubernetes,
            [],
            "A file of manifests is YAML or JSON, in UTF-8.",
            "kubectl applies nothing of the document, and it is not checked here; the next one behind three dashes is.",
            "Correct the line that is named; the cause often stands one line before."
        );

    /// <summary>Every document is a manifest.</summary>
    public static FindingRule Manifest { get; } =
        new(
            "manifest",
            Severity.Error,
            RuleOrigin.Kubernetes,
            [],
            "Every document is a manifest: an object with apiVersion, kind and metadata.name.",
            "The API server refuses what is none. In folders, what other programs read, such as values of charts, is named and left out.",
            "Give what is missing, or keep files that are no manifests elsewhere."
        );

    /// <summary>Everything in a folder is looked at.</summary>
    public static FindingRule Unread { get; } =
        new(
            "unread",
            Severity.Error,
            RuleOrigin.MeshStack,
            [],
            "Everything in a folder is a file, or a folder that can be read.",
            "What stands behind a link to a folder, or in a folder that cannot be read, is not checked.",
            "Name the folder itself on the command line."
        );

    /// <summary>Every rule, ordinal by code.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        .. SchemaRules
            .All.Concat(IstioChecks.Rules)
            .Concat(AccessRules.All)
            .Concat([Yaml, Manifest, Unread])
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, FindingRule> ByCode = All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule of a finding.</summary>
    public static FindingRule Of(Finding finding) => ByCode[finding.Code];

    /// <summary>Where the rule is described.</summary>
    public static string Documentation(FindingRule rule) => $"https://github.com/meshstack/meshstack/blob/main/docs/rules.md#{rule.Code}";
}
