using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MeshStack.Cli.Lint;
using MeshStack.Cli.Review;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>The same in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show at the line.</summary>
internal sealed partial record SarifDocument(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IReadOnlyList<SarifDocument.Run> Runs
)
{
    private const string Repository = "https://github.com/meshstack/meshstack";

    internal sealed record Run(ToolComponent Tool, string ColumnKind, IReadOnlyList<Result> Results);

    internal sealed record ToolComponent(Driver Driver);

    internal sealed record Driver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<Rule> Rules);

    internal sealed record Rule(
        string Id,
        Message ShortDescription,
        Message FullDescription,
        Message Help,
        string HelpUri,
        Configuration DefaultConfiguration,
        Properties Properties
    );

    internal sealed record Configuration(string Level);

    internal sealed record Properties(IReadOnlyList<string> Tags);

    internal sealed record Message(string Text);

    internal sealed record Result(
        string RuleId,
        int RuleIndex,
        string Level,
        Message Message,
        IReadOnlyList<Location> Locations,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind
    );

    internal sealed record Location(
        PhysicalLocation PhysicalLocation,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<LogicalLocation>? LogicalLocations
    );

    internal sealed record PhysicalLocation(ArtifactLocation ArtifactLocation, Region Region);

    internal sealed record ArtifactLocation(string Uri);

    internal sealed record Region(int StartLine);

    internal sealed record LogicalLocation(string FullyQualifiedName);

    public static SarifDocument From(LintResult result) =>
        From(result.Findings.Select(finding => (finding, IsHeld: false)), LintRules.Documentation);

    /// <summary>What a preview finds; the invariants that hold are results that pass.</summary>
    public static SarifDocument From(MeshPreview preview)
    {
        var whole = preview.Definition?.Location ?? new SourceLocation(preview.Stack, 1);
        var held = preview
            .Proof.Invariants.Where(state => state.Outcome == InvariantOutcome.Holds)
            .Select(state => new LintFinding(
                PreviewRules.Of(state.Code),
                Severity.Info,
                state.Invariant.Location,
                null,
                "",
                $"{state.Invariant.Where} holds: {state.Text}"
            ));
        var findings = preview.Findings.Select(finding => new LintFinding(
            PreviewRules.Of(finding.Code),
            finding.Severity,
            finding.Source ?? whole,
            $"{finding.Cluster} {finding.Object}",
            finding.Path,
            finding.Message
        ));
        return From([.. held.Select(finding => (finding, true)), .. findings.Select(finding => (finding, false))], PreviewRules.PageOf);
    }

    /// <summary>What a change brings: errors, findings that were not there before, and what callers gain, each at the place it comes
    /// from.</summary>
    /// <param name="reviews">What it does to stacks.</param>
    /// <param name="inRepository">A file as the repository has it.</param>
    public static SarifDocument From(IReadOnlyList<StackReview> reviews, Func<string, string> inRepository) =>
        From(
            reviews
                .SelectMany(ReviewFindings.Of)
                .Select(finding => (finding with { At = finding.At with { File = inRepository(finding.At.File) } }, false))
                .Distinct(),
            PreviewRules.PageOf
        );

    private static SarifDocument From(IEnumerable<(LintFinding Finding, bool IsHeld)> given, Func<FindingRule, string> page)
    {
        var findings = given.ToArray();
        var rules = findings.Select(one => one.Finding.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal).ToList();
        var driver = new Driver("meshstack", SemanticVersion, Repository, [.. rules.Select(rule => RuleOf(rule, page(rule)))]);
        var results = findings.Select(one => ResultOf(one.Finding, rules.IndexOf(one.Finding.Rule), one.IsHeld));
        return new(
            "https://json.schemastore.org/sarif-2.1.0.json",
            "2.1.0",
            [new Run(new ToolComponent(driver), "utf16CodeUnits", [.. results])]
        );
    }

    private static string SemanticVersion =>
        typeof(SarifDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static Rule RuleOf(FindingRule rule, string page) =>
        new(
            rule.Code,
            new Message(rule.Summary),
            new Message(rule.Why),
            new Message(rule.Fix),
            page,
            new Configuration(Level(rule.Severity)),
            new Properties([rule.Origin.ToString().ToLowerInvariant(), .. rule.Kinds])
        );

    private static Result ResultOf(LintFinding finding, int rule, bool holds) =>
        new(
            finding.Rule.Code,
            rule,
            holds ? "none" : Level(finding.Severity),
            new Message(Link().Replace(finding.Object is null ? finding.Message : $"{finding.Object}: {finding.Message}", @"\[$1\](")),
            [
                new Location(
                    new PhysicalLocation(
                        new ArtifactLocation(Uri.EscapeDataString(finding.At.File).Replace("%2F", "/", StringComparison.Ordinal)),
                        new Region(finding.At.Line)
                    ),
                    finding.Path.Length > 0 ? [new LogicalLocation($"{finding.Object}/{finding.Path}")] : null
                ),
            ],
            holds ? "pass" : null
        );

    // In messages a viewer makes a link of it (SARIF 2.1.0, 3.11.6); names are somebody's text.
    [GeneratedRegex(@"\[([^\[\]]*)\]\(", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
