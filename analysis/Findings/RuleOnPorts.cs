using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Findings;

/// <summary>A rule, and what is found about it port by port.</summary>
internal sealed class RuleOnPorts(PolicyPorts policy, AuthorizationRule rule)
{
    private List<RuleOnPorts>? _covering;

    public PolicyPorts Policy => policy;

    public AuthorizationRule Rule => rule;

    public AuthorizationAction Action => policy.Action;

    /// <summary>True as long as on every port all that it matches is denied.</summary>
    public bool IsDenied { get; set; } = true;

    /// <summary>The rules each of which matches all that this one matches on a port; only those count that do so on every port.</summary>
    public void CoveredBy(IEnumerable<RuleOnPorts> rules) => _covering = _covering is null ? [.. rules] : [.. _covering.Intersect(rules)];

    public Finding? Finding(string root)
    {
        var path = $"spec.rules[{rule.Index}]";
        if (_covering is null)
        {
            return null;
        }

        if (IsDenied)
        {
            return policy.Finding(
                Severity.Warning,
                AccessFindingCodes.RuleDenied,
                path,
                $"The rule lets nobody in: DENY policies for {policy.Workloads()} refuse everything that it matches."
            );
        }

        var verb = Action switch
        {
            AuthorizationAction.Allow => "lets in",
            AuthorizationAction.Deny => "denies",
            _ => "matches",
        };
        return _covering.Count == 0
            ? null
            : policy.Finding(
                Severity.Info,
                AccessFindingCodes.RuleCovered,
                path,
                $"The rule changes nothing: {NameOf(_covering[0], root)} {verb} all of it already."
            );
    }

    private string NameOf(RuleOnPorts other, string root)
    {
        var manifest = other.Policy.Policy.Manifest;
        var where = $"spec.rules[{other.Rule.Index}]";
        if (ReferenceEquals(manifest, policy.Policy.Manifest))
        {
            return where;
        }

        var isForAll = manifest.Namespace == root && policy.Policy.Manifest.Namespace != root;
        return $"{where} of {manifest.Reference}{(isForAll ? ", which is for all namespaces," : "")}";
    }
}
