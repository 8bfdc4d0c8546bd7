using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Symbolic;

/// <summary>What AuthorizationPolicies decide about all requests at once: CUSTOM, then DENY, then ALLOW.</summary>
internal static class SymbolicDecision
{
    public static (RequestBounds Allowed, IReadOnlyList<Cause> Because) Of(
        IReadOnlyList<AuthorizationPolicyConfig> policies,
        SymbolicRules rules,
        SymbolicRequest symbolic
    )
    {
        List<Cause> because = [];
        var all = policies.Where(policy => !policy.IsDryRun).ToArray();
        var hidden = Array.Find(all, policy => policy.Unreadable is not null)?.Unreadable;
        var enforced = hidden is null ? all : [.. all.Where(policy => policy.Unreadable is null)];
        var allows = enforced.Where(policy => policy.Action == AuthorizationAction.Allow).ToArray();
        var allowed =
            allows.Length == 0 ? RequestBounds.Everything : RequestBounds.Union(Matches(allows, rules, symbolic, because, "matches"));
        var denied = Matches(enforced.Where(policy => policy.Action == AuthorizationAction.Deny), rules, symbolic, because, "is denied");
        if (hidden is not null)
        {
            var open = RequestBounds.Unknown(RequestSet.Everything, hidden.Reason).Except(RequestBounds.Union(denied));
            return (open, [.. because, hidden.Because]);
        }

        if (allowed.Possible.IsEmpty)
        {
            return (allowed, because);
        }

        allowed = allowed.Except(RequestBounds.Union(denied));
        foreach (var policy in enforced.Where(policy => policy.Action == AuthorizationAction.Custom))
        {
            var custom = RequestBounds.Union(Matches([policy], rules, symbolic, because, "is handed over"));
            allowed = allowed.Except(
                RequestBounds.Unknown(custom.Possible, policy.Note ?? $"the external authorizer {policy.Provider} decides")
            );
        }

        return enforced.FirstOrDefault(policy => policy.Action == AuthorizationAction.Unknown) is { } unknown
            ? (
                allowed.Except(RequestBounds.Unknown(RequestSet.Everything, $"the action of {unknown.Manifest.Reference} is not known")),
                [.. because, unknown.Because("its action is not known")]
            )
            : (allowed, because);
    }

    private static List<RequestBounds> Matches(
        IEnumerable<AuthorizationPolicyConfig> policies,
        SymbolicRules rules,
        SymbolicRequest symbolic,
        List<Cause> because,
        string what
    )
    {
        List<RequestBounds> matches = [];
        foreach (var policy in policies)
        {
            symbolic.Trace?.Ask(policy.Manifest);
            foreach (var rule in policy.RulesOn(rules.AreOfTcp))
            {
                if (rules.Of(rule, policy.Action == AuthorizationAction.Allow) is { Possible.IsEmpty: false } match)
                {
                    matches.Add(match);
                    symbolic.Trace?.Pass(ConfigLocation.From(policy, rule), match.Possible, symbolic.Requests.Possible);
                    because.Add(policy.Because($"rules[{rule.Index}] {what}"));
                }
            }
        }

        return matches;
    }
}
