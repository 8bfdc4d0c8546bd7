using System.Collections.Frozen;
using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>What the checks say of objects, against what istiod and the API server said of them: whether an object is refused, and
/// whether istiod warns where both accept it.</summary>
internal sealed class ValidationComparison : IComparison
{
    private static readonly FrozenDictionary<string, RuleOrigin> Origins = IstioChecks.Rules.ToFrozenDictionary(
        rule => rule.Code,
        rule => rule.Origin
    );

    /// <inheritdoc/>
    public string Name => "istio-validation";

    /// <inheritdoc/>
    public bool HasFacts(string folder) => RecordedObjects.AreIn(folder);

    /// <inheritdoc/>
    public async Task<ComparisonResult> RunAsync(string folder)
    {
        var (objects, excused, differences) = (0, 0, new List<string>());
        await foreach (var recorded in RecordedObjects.ReadAsync(folder))
        {
            objects++;
            if (recorded.HasPlaceholder)
            {
                excused++;
            }
            else if (Difference(recorded) is { } difference)
            {
                differences.Add(difference);
            }
        }

        return new($"{objects:N0} objects with Istio 1.30, {excused:N0} of them left out for the placeholders in them", differences);
    }

    private static string? Difference(RecordedObject recorded)
    {
        var findings = IstioChecks.Check([recorded.Manifest]);
        var errors = findings
            .Where(finding => finding.Severity == Severity.Error)
            .Select(finding => $"{finding.Code} at {finding.Path}: {finding.Message}")
            .Concat(
                IstioCrds.For("1.30").Validate(recorded.Manifest).Where(error => !error.IsUnknownField).Select(error => error.ToString())
            )
            .ToList();
        var warnings = findings
            .Where(finding => finding.Severity == Severity.Warning && Origins[finding.Code] == RuleOrigin.Istio)
            .Select(finding => $"{finding.Code} at {finding.Path}: {finding.Message}")
            .ToList();
        var isRefused = recorded.IsRefused || recorded.Istiod == IstiodVerdict.Reject;
        if (isRefused != errors.Count > 0)
        {
            return Said(recorded, isRefused ? "refused" : "accepted", errors);
        }

        return !isRefused && recorded.Istiod == IstiodVerdict.Warn != warnings.Count > 0
            ? Said(recorded, recorded.Istiod == IstiodVerdict.Warn ? "warned of" : "not warned of", warnings)
            : null;
    }

    private static string Said(RecordedObject recorded, string verdict, List<string> here)
    {
        string[] said = [recorded.IstiodMessage, recorded.Message];
        return $"{recorded.Id} is {verdict}: {string.Join(" | ", said.Where(text => text.Length > 0).DefaultIfEmpty("nothing is said"))}\n"
            + $"here: {string.Join(" | ", here.DefaultIfEmpty("nothing"))}";
    }
}
