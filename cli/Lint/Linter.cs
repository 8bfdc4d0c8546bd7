using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Findings;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>Checks manifests of anybody: the schema of Istio's kinds, the checks of istiod, and what MeshStack adds to them.</summary>
/// <param name="crds">The schema.</param>
/// <param name="withAccess">Whether rules and routes are looked at as well, for which the manifests have to be those of a whole
/// cluster.</param>
internal sealed class Linter(IstioCrds crds, bool withAccess)
{
    // All manifests are taken for those of one cluster, whose name nobody is told.
    private const string Cluster = "cluster";

    public LintResult Check(LintInput input)
    {
        var read = input.Texts.Select(Read).ToList();
        List<Manifest> manifests = [.. read.SelectMany(file => file.Manifests)];
        List<Finding> found = [.. Schema(manifests)];

        // Where the schema refuses a value, istiod has nothing more to say of it.
        var broken = found.Select(finding => (finding.Source, finding.Path)).ToHashSet();
        found.AddRange(
            IstioChecks
                .Check(manifests)
                .Concat(manifests.SelectMany(manifest => SidecarExclusions.Check(manifest, crds)))
                .Where(finding => finding.Severity != Severity.Error || !broken.Contains((finding.Source, finding.Path)))
        );
        if (withAccess)
        {
            // What the API server or istiod refuses takes no part in who may call whom.
            var refused = found
                .Where(finding => finding.Severity == Severity.Error && LintRules.Of(finding).Origin != RuleOrigin.MeshStack)
                .Select(finding => finding.Source!)
                .ToHashSet();
            found.AddRange(Access([.. manifests.Where(manifest => !refused.Contains(manifest.Source!))]));
        }

        var groups = crds.Groups.ToHashSet(StringComparer.Ordinal);
        var places = found.Select(finding => finding.Source!.File).ToHashSet(StringComparer.Ordinal);
        var lines = input
            .Texts.Where(text => places.Contains(text.Name))
            .ToDictionary(text => text.Name, text => ManifestLines.Read(text.Text!, text.Name), StringComparer.Ordinal);
        var findings = read.SelectMany(file => file.Findings)
            .Concat(input.Unread.Select(problem => From(problem, LintRules.Unread, Severity.Error)))
            .Concat(found.Select(finding => From(finding, lines[finding.Source!.File])));
        return new(crds.Version, input.Texts.Count, manifests.Count, [.. InOrder(findings.Distinct())])
        {
            // Who may call whom depends on the others as well.
            Unchecked = withAccess ? 0 : manifests.Count(manifest => !groups.Contains(manifest.Group)),
        };
    }

    private static (IReadOnlyList<Manifest> Manifests, IReadOnlyList<LintFinding> Findings) Read(LintText text)
    {
        if (text.Text is null)
        {
            return ([], [.. text.Problems.Select(problem => From(problem, LintRules.Yaml, Severity.Error))]);
        }

        var reader = new ManifestReader(text.Name, Cluster);
        reader.Read(text.Text);
        return (
            reader.Manifests,
            [
                .. reader.Broken.Select(problem => From(problem, LintRules.Yaml, Severity.Error)),
                .. reader.Strays.Select(stray => From(stray.Problem, LintRules.Manifest, Weight(stray, text.IsAsked))),
            ]
        );
    }

    // A folder may hold files of other programs as well; what Istio's kinds stand in is meant to be a manifest.
    private static Severity Weight(StrayDocument stray, bool isAsked) =>
        isAsked || IstioCrds.Newest.Groups.Any(group => stray.ApiVersion?.StartsWith(group + "/", StringComparison.Ordinal) == true)
            ? Severity.Error
            : Severity.Info;

    private IEnumerable<Finding> Schema(IReadOnlyList<Manifest> manifests) =>
        manifests.SelectMany(manifest => crds.Validate(manifest).Select(error => error.In(manifest)));

    private IReadOnlyList<Finding> Access(IReadOnlyList<Manifest> manifests)
    {
        var snapshot = Snapshot.From(
            new SnapshotSources
            {
                Manifests = manifests,
                Settings = new Dictionary<string, ClusterSettings> { [Cluster] = new() { IstioVersion = crds.Version } },
            }
        );
        return AccessFindings.Of(snapshot, AccessMatrix.From(snapshot));
    }

    private static LintFinding From(ManifestProblem problem, FindingRule rule, Severity severity) =>
        new(rule, severity, problem.Location, null, "", QuotedText.Of(problem.Message));

    private static LintFinding From(Finding finding, ManifestLines lines) =>
        new(
            LintRules.Of(finding),
            finding.Severity,
            lines.Find(finding.Source!.Line, finding.Path),
            QuotedText.Of(finding.Object),
            QuotedText.Of(finding.Path),
            QuotedText.Of(finding.Message)
        );

    private static IOrderedEnumerable<LintFinding> InOrder(IEnumerable<LintFinding> findings) =>
        findings
            .OrderBy(finding => finding.At.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.At.Line)
            .ThenBy(finding => finding.Object, StringComparer.Ordinal)
            .ThenBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Rule.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
}
